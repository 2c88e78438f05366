import type { AuditKind, AuditRecord } from '../cloudfunctions/shared/audit/audit-record'

const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/**
 * Reads `--since`: `30m`, `12h`, `7d`, or a date such as `2026-11-01`.
 *
 * @param now Epoch ms.
 * @returns epoch ms
 * @throws Error for anything else
 */
export const sinceOf = (text: string, now: number): number => {
  const [, count, unit = ''] = /^(\d{1,5})([mhd])$/.exec(text) ?? []
  if (count !== undefined) return now - Number(count) * (unitsMs[unit] ?? 0)
  const date = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?)?$/.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(date)) throw new Error('--since: 30m, 12h, 7d, 2026-11-01')
  return date
}

const words: Record<AuditKind, string> = {
  signIn: '登录     signed in ',
  signInRefused: '登录被拒 refused   ',
  signedOut: '退出     signed out',
  revoked: '会话收回 revoked   ',
  restored: '可再登录 restored  ',
}

/** One record for a person to read, with the time of this machine. */
export const auditLine = (record: AuditRecord): string =>
  [localTime(record.at), words[record.kind], record.userId ?? '–', ...detailsOf(record)].join('  ')

const detailsOf = (record: AuditRecord): string[] => {
  switch (record.kind) {
    case 'signIn':
      return [record.via, record.client, ...deviceOf(record)]
    case 'signInRefused':
      return [record.via, record.client, record.reason, ...deviceOf(record)]
    case 'signedOut':
      return [record.via, record.extent]
    case 'revoked':
      return [record.reason, `← ${record.by}`]
    case 'restored':
      return [`← ${record.by}`]
  }
}

const deviceOf = ({ deviceId }: { deviceId?: string }): string[] =>
  deviceId === undefined ? [] : [`设备 device ${deviceId}`]

const localTime = (at: number): string => {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return date.toISOString().slice(0, 19).replace('T', ' ')
}
