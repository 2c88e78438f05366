import { viewOf } from '../../state/visibility'
import { badParameter, fault } from '../../wire/fault'
import type { Endpoint } from '../endpoint'

/**
 * POST /cgi-bin/user/getuserid {mobile} 手机号获取userid. Whoever is not visible is not found either.
 * https://developer.work.weixin.qq.com/document/path/95402
 */
export const getUserId: Endpoint = ({ body }, { corp, app }) => {
  const mobile = body.text('mobile')
  if (!mobile) throw badParameter('mobile', 'no mobile in the body')
  const length = Buffer.byteLength(mobile)
  if (length < 5 || length > 32) throw badParameter('mobile', 'mobile must have 5 to 32 bytes')
  const view = viewOf(corp, app.visibleRange)
  const member = corp.members.find((one) => one.mobile === mobile)
  if (!member) throw fault(46004, `nobody in ${corp.name} has this mobile number`)
  if (!view.includesMember(member)) {
    throw fault(46004, `${member.name} is outside the visible range (可见范围) of ${app.name}`)
  }
  return { userid: member.userId }
}
