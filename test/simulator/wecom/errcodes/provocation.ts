import type { SimulatorOptions } from '../../../../simulator/wecom/wecom'
import { createVisitor } from '../web/visitor'
import { company, corpId, secret, type Running, type WireReply } from '../running'

/** How one number is brought about: by the rules alone, with no injected fault. */
export interface Provocation {
  given?: SimulatorOptions
  /** The last reply is the one that counts. */
  by: (wecom: Running) => Promise<WireReply>
}

export const token = (wecom: Running, corpid: string, corpsecret: string): Promise<WireReply> =>
  wecom.api('gettoken', { corpid, corpsecret })

/** The badge app and another of the same corp, which has no mini program. */
export const secondApp = { agentId: 1000003, secret: 'the-invented-secret-of-a-second-app' }

export const withSecondApp = () => {
  const two = company()
  const [badge] = two.apps
  if (!badge) throw new Error('the seed company has an app')
  const { miniProgram: _, ...plain } = badge
  two.apps.push({ ...plain, ...secondApp })
  return two
}

/** The corp with its secret of 通讯录同步 set up. */
export const contactSync = { secret: 'invented-secret-of-contact-sync-000001', olderIps: [] }

export const asContactSync = async (
  wecom: Running,
  path: string,
  query: Record<string, string>,
): Promise<WireReply> => {
  const { access_token } = await token(wecom, corpId, contactSync.secret)
  return wecom.api(path, { access_token: String(access_token), ...query })
}

/** Asks again with the same token after `happens`. */
export const afterwards = async (
  wecom: Running,
  happens: (wecom: Running) => void,
): Promise<WireReply> => {
  const { access_token } = await token(wecom, corpId, secret)
  happens(wecom)
  return wecom.api('department/list', { access_token: String(access_token) })
}

/** An encrypted userid, as sign-in names a visitor from another corp. */
export const visitorId = async (wecom: Running): Promise<string> => {
  const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhengyuan' })
  return String((await wecom.exchange({ js_code }))['userid'])
}

export const exchangeTwice = async (wecom: Running): Promise<WireReply> => {
  const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
  await wecom.exchange({ js_code })
  return wecom.exchange({ js_code })
}

export const exchangeLate = async (wecom: Running): Promise<WireReply> => {
  const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
  wecom.clock.advance(300)
  return wecom.exchange({ js_code })
}

/** A user_ticket as consent on a web page gives it. */
export const userTicket = async (wecom: Running): Promise<string> => {
  const visitor = await createVisitor(wecom).become('zhangsan')
  const { code = '' } = await visitor.decide('allow', ['mobile'])
  return String((await wecom.read('auth/getuserinfo', { code }))['user_ticket'])
}

/** The exchange of a code that went to a page on a domain that is not trusted. */
export const exchangeOfElsewhere = async (wecom: Running): Promise<WireReply> => {
  const visitor = await createVisitor(wecom).become('zhangsan')
  const { code = '' } = await visitor.authorize({ redirect_uri: 'http://elsewhere.example.com/' })
  return wecom.read('auth/getuserinfo', { code })
}
