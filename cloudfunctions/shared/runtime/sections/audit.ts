import type { Settings } from '../settings'

/** How long it stays known who signed in, and who was shut out and why. */
export interface AuditSettings {
  keepDays: number
}

const tenYearsInDays = 3650

export const readAudit = (settings: Settings): AuditSettings => ({
  keepDays: settings.integer('AUDIT_DAYS', {
    minimum: 1,
    maximum: tenYearsInDays,
    otherwise: 180,
  }),
})
