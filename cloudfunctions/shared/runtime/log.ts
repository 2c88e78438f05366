import type { ErrorCode } from '../../../typings/api'
import type { TokenEvent } from '../access-token/events'
import type { AuditKind } from '../audit/audit-record'
import type { PatrolReport } from './patrol-report'
import type { Via } from './invocation'

/** Everything this project ever logs. The union is closed, so a secret has no field to stand in. */
export type LogEvent =
  | { event: 'request'; function: string; action: string; via: Via }
  | { event: 'upstream'; path: string; ms: number; errcode?: number; failure?: string }
  | { event: 'reply'; function: string; action: string; ms: number; code: ErrorCode | 'ok' }
  /** A path of WeCom that nobody calls until then: tell the administrator. */
  | { event: 'held'; path: string; errcode: number; untilAt: number }
  /** A tag in ROLES that WeCom does not tell: nobody has it. */
  | { event: 'tagRefused'; tagId: number; errcode: number | undefined }
  | { event: 'token'; what: TokenEvent['event'] }
  | { event: 'refused'; code: ErrorCode; reason: string }
  /** A callback that is not WeCom's, or not for us. */
  | { event: 'callbackRefused'; reason: string }
  /** What WeCom told us, by its name alone. */
  | { event: 'callback'; name: string; outcome: 'carriedOut' | 'hadBefore' | 'ignored' }
  /** What one run of the patrol came to. */
  | ({ event: 'patrol' } & PatrolReport)
  /** A record of the audit that the store did not take. */
  | { event: 'auditLost'; kind: AuditKind }
  | { event: 'fault'; name: string; frames: string[] }
  | { event: 'misconfigured'; problems: string[] }

/** One line for each event, all of one call under its trace id. */
export interface Log {
  (event: LogEvent): void
}

export interface LogOptions {
  traceId: string
  /** Epoch ms. */
  now: () => number
  /** Values that must not appear wherever they turn up. */
  secrets: Iterable<string>
  write?: (line: string) => void
}

const redacted = '[redacted]'
// Shorter ones would blot out ordinary words; no secret of this project is shorter.
const shortestSecret = 8

/**
 * Logs JSON lines to standard output, which is where CloudBase collects a function's log.
 * As a second net under the closed union, known secrets and the queries of URLs are cut out.
 */
export const createLog = ({ traceId, now, secrets, write = writeLine }: LogOptions): Log => {
  const scrub = (line: string) =>
    [...secrets]
      // As it stands, and as JSON writes it.
      .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
      .filter((secret) => secret.length >= shortestSecret)
      .reduce((rest, secret) => rest.replaceAll(secret, redacted), line)
      .replace(/(https?:\/\/[^\s"?]*)\?[^\s"]*/g, `$1?${redacted}`)
  return (event) => write(scrub(JSON.stringify({ traceId, at: now(), ...event })))
}

const writeLine = (line: string) => {
  process.stdout.write(`${line}\n`)
}
