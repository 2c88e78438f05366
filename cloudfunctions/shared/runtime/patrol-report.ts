/** What one run of the patrol came to. Numbers only: people stand in the audit. */
export interface PatrolReport {
  /** Whether another instance was at work, and this one went home. */
  isRelieved: boolean
  /** People about whom WeCom was asked, by what came of it. */
  confirmed: number
  revoked: number
  unanswered: number
  /** WeCom is not there, or refuses the app: the run was ended, and nobody lost a session by it. */
  isWecomAway: boolean
  /** Documents that had expired. */
  removed: number
  /** By so much the oldest look at somebody at work is older than PATROL_EVERY; 0 in time. */
  behindMs: number
}
