import { unsimulated } from '../../../wire/fault'
import type { Caller, Endpoint } from '../../endpoint'

/**
 * GET /cgi-bin/service/miniprogram/jscode2session, the same for the mini programs of service
 * providers (第三方应用): there are no suites here.
 * https://developer.work.weixin.qq.com/document/path/92423
 */
export const serviceJscode2session: Endpoint<Caller> = () => {
  throw unsimulated(
    'sign-in to third-party mini programs',
    'suites and their tokens are not simulated; a self-built app calls miniprogram/jscode2session',
  )
}
