import type { Settings } from '../settings'

/** The app (自建应用) that the mini program is linked to. */
export interface AppSettings {
  corpId: string
  agentId: number
}

export const readApp = (settings: Settings): AppSettings => ({
  corpId: settings.text('WECOM_CORP_ID', /^[\w-]{1,64}$/),
  agentId: settings.integer('WECOM_AGENT_ID', { minimum: 1 }),
})
