import type { MiniProgram } from '../../company/company'
import type { CodeSubject } from '../../state/codes'
import { encryptedUserId } from '../../state/encrypted-user-id'
import type { World } from '../../state/world'
import { badParameter, fault } from '../../wire/fault'
import type { AppCaller, Endpoint } from '../endpoint'

type Part = Pick<
  World,
  'choices' | 'codes' | 'clientSessions' | 'corps' | 'random' | 'acceptAnyCodeAs'
>

/**
 * GET /cgi-bin/miniprogram/jscode2session 登录凭证校验. A visitor from another corp is no error: the
 * answer is that corp's id and an encrypted userid. A member outside the app's visible range is
 * named all the same; user/get is where that ends. The exchange is what makes the session of wx.qy count.
 * https://developer.work.weixin.qq.com/document/path/91507
 */
export const jscode2session =
  (world: Part): Endpoint =>
  ({ query }, caller) => {
    const { miniProgram } = caller.app
    // Note 3 of 40014 in the table of codes names this case: a token of an app of another kind.
    if (!miniProgram) throw fault(40014, `${caller.app.name} is linked to no mini program`)
    const jsCode = query.get('js_code')
    if (!jsCode) throw fault(41008, 'no js_code in the query string')
    if (query.get('grant_type') !== 'authorization_code') {
      throw badParameter('grant_type', 'grant_type must be authorization_code')
    }
    if (miniProgram.linked === 'refused') {
      throw fault(world.choices.notLinked, 'the mini program is not linked to this corp (未关联)')
    }

    const person = redeem(world, jsCode, miniProgram, caller)
    const sessionKey = world.random(16).toString('base64')
    world.clientSessions.open({ ...person, miniProgramAppId: miniProgram.appId }, sessionKey)
    const ours = person.corpId === caller.corp.corpId
    const plain = ours && miniProgram.linked === true
    return {
      corpid: person.corpId,
      userid: plain ? person.userId : encryptedUserId(caller.app.secret, person),
      session_key: sessionKey,
      deviceid: '', // in no document, but in real replies
    }
  }

const redeem = (
  { codes, corps, acceptAnyCodeAs }: Part,
  jsCode: string,
  { appId }: MiniProgram,
  { overLoopback }: AppCaller,
): Pick<CodeSubject, 'corpId' | 'userId'> => {
  // The code of a real WeChat DevTools: unknown here, so anyone may be whoever the option says. That
  // must never reach beyond this machine.
  if (acceptAnyCodeAs !== undefined && overLoopback && !codes.knows(jsCode)) {
    codes.spendForeign(jsCode)
    return { corpId: corps[0].corpId, userId: acceptAnyCodeAs }
  }
  return codes.redeem(jsCode, { kind: 'qy-mini', miniProgramAppId: appId })
}
