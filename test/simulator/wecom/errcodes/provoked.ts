import { agentId, company, corpId, otherCorpId, secret } from '../running'
import {
  afterwards,
  asContactSync,
  contactSync,
  exchangeLate,
  exchangeOfElsewhere,
  exchangeTwice,
  secondApp,
  token,
  userTicket,
  visitorId,
  withSecondApp,
  type Provocation,
} from './provocation'

const nobody = 'a-secret-that-nobody-has'
const invisible = { userid: 'weiguohua' }
const withContactSync = () => ({ company: { ...company(), contactSync } })

/** Every number that the rules can bring about, and how. */
export const provoked: Record<number, Provocation> = {
  40001: { by: (wecom) => token(wecom, corpId, nobody) },
  40013: { by: (wecom) => token(wecom, 'ww5eed0000000000ff', secret) },
  2000002: {
    given: { choices: { unknownCorp: 2000002 } },
    by: (wecom) => token(wecom, 'ww5eed0000000000ff', secret),
  },
  40091: { by: (wecom) => token(wecom, otherCorpId, secret) },
  41002: { by: (wecom) => token(wecom, '', secret) },
  41004: { by: (wecom) => token(wecom, corpId, '') },
  50003: { by: (wecom) => afterwards(wecom, () => wecom.setApp({ enabled: false })) },
  40056: { by: (wecom) => wecom.read('agent/get', { agentid: '77' }) },
  41011: { by: (wecom) => wecom.read('agent/get') },
  40014: { by: (wecom) => wecom.api('user/get', { access_token: 'made-up' }) },
  42001: { by: (wecom) => afterwards(wecom, () => wecom.clock.advance(7200)) },
  41001: { by: (wecom) => wecom.api('user/get') },
  301002: {
    given: { company: withSecondApp() },
    by: (wecom) => wecom.read('agent/get', { agentid: String(secondApp.agentId) }),
  },
  40029: { by: exchangeTwice },
  42022: { given: { choices: { usedCode: 42022 } }, by: exchangeTwice },
  42003: { given: { choices: { expiredCode: 42003 } }, by: exchangeLate },
  41008: { by: (wecom) => wecom.exchange({ js_code: '' }) },
  ...Object.fromEntries(
    ([90206, 90207, 90208] as const).map((notLinked): [number, Provocation] => [
      notLinked,
      {
        given: { choices: { notLinked } },
        by: (wecom) => {
          wecom.setApp({ linked: 'refused' })
          return wecom.exchange()
        },
      },
    ]),
  ),
  92002: {
    by: async (wecom) => wecom.read('user/get', { userid: await visitorId(wecom) }),
  },
  50001: { given: { choices: { untrustedDomain: 'exchange' } }, by: exchangeOfElsewhere },
  84014: {
    by: async (wecom) => {
      const user_ticket = await userTicket(wecom)
      wecom.clock.advance(1800)
      return wecom.send('auth/getuserdetail', { user_ticket })
    },
  },
  84015: { by: (wecom) => wecom.send('auth/getuserdetail', { user_ticket: 'made-up' }) },
  84090: { by: (wecom) => wecom.send('auth/getuserdetail', {}) },
  91040: { by: (wecom) => wecom.read('ticket/get', { type: 'wx_card' }) },
  ...Object.fromEntries(
    ([60111, 60021, 50002] as const).map((invisibleMember): [number, Provocation] => [
      invisibleMember,
      {
        given: { choices: { invisibleMember } },
        by: (wecom) => wecom.read('user/get', invisible),
      },
    ]),
  ),
  60011: { by: (wecom) => wecom.read('department/get', { id: '13' }) },
  40003: { by: (wecom) => wecom.read('user/get', { userid: '张三' }) },
  41009: { by: (wecom) => wecom.read('user/get') },
  46004: { by: (wecom) => wecom.send('user/getuserid', { mobile: '13800009999' }) },
  40032: {
    by: (wecom) =>
      wecom.send('batch/openuserid_to_userid', {
        open_userid_list: Array.from({ length: 1001 }, (_, n) => `wo${n}`),
        source_agentid: agentId,
      }),
  },
  43004: { by: (wecom) => wecom.send('user/convert_to_openid', { userid: 'caimengqi' }) },
  40073: { by: (wecom) => wecom.send('user/convert_to_userid', { openid: 'oNobody' }) },
  60123: { by: (wecom) => wecom.read('department/get', { id: '999' }) },
  60003: {
    given: { choices: { unknownDepartment: 60003 } },
    by: (wecom) => wecom.read('department/get', { id: '999' }),
  },
  41019: { by: (wecom) => wecom.read('department/get') },
  41017: { by: (wecom) => wecom.read('tag/get') },
  40068: { by: (wecom) => wecom.read('tag/get', { tagid: '99' }) },
  50100: {
    given: withContactSync(),
    by: async (wecom) => {
      const { access_token } = await token(wecom, corpId, contactSync.secret)
      return wecom.post('user/list_id', { cursor: '?' }, { access_token: String(access_token) })
    },
  },
  45029: {
    given: { limits: { largestMemberList: 5 } },
    by: (wecom) => wecom.read('user/list', { department_id: '2', fetch_child: '1' }),
  },
  60020: { by: (wecom) => afterwards(wecom, () => wecom.setApp({ trustedIps: ['203.0.113.7'] })) },
  48002: {
    given: withContactSync(),
    by: (wecom) => asContactSync(wecom, 'agent/get', { agentid: String(agentId) }),
  },
  48009: {
    given: withContactSync(),
    by: (wecom) => asContactSync(wecom, 'user/get', { userid: 'zhangsan' }),
  },
  45009: {
    given: { limits: { wrongSecretsPerHour: 1 } },
    by: async (wecom) => {
      await token(wecom, corpId, nobody)
      return token(wecom, corpId, secret)
    },
  },
  45033: {
    given: { limits: { callsAtOnce: 1 } },
    by: async (wecom) => {
      wecom.faults.add({ path: '/cgi-bin/gettoken', kind: 'wait', ms: 50, times: 2 })
      const both = [token(wecom, corpId, secret), token(wecom, corpId, secret)]
      const replies = await Promise.all(both)
      return replies.find(({ errcode }) => errcode !== 0) ?? token(wecom, corpId, secret)
    },
  },
  40033: { by: (wecom) => wecom.send('user/getuserid', '{"mobile":"\\u0031"}') },
  40063: {
    given: { choices: { missingParameter: 40063 } },
    by: (wecom) => wecom.send('user/getuserid', {}),
  },
  40058: { by: (wecom) => wecom.send('user/getuserid', {}) },
  40206: { by: (wecom) => wecom.send('user/getuserid', ' '.repeat(300_000)) },
}
