/**
 * 网页授权 written down a second time and as simply as possible: what must come of a link, a decision,
 * an exchange and a ticket, whatever happened before. No code of the simulator's.
 */

export const people = ['ann', 'dan', 'eve', 'hal', 'vic'] as const
export type Who = (typeof people)[number]
export type AppId = 1 | 2
export type Domain = 'one.example' | 'two.example' | 'both.example' | 'none.example'

export type WebOperation =
  | { do: 'link'; who: Who; app: AppId | 'none'; domain: Domain; scope: 'base' | 'private' }
  | { do: 'allow'; who: Who; app: AppId; domain: Domain; fields: ('mobile' | 'email')[] }
  | { do: 'exchange'; code: number; app: AppId }
  | { do: 'detail'; ticket: number; app: AppId }
  | { do: 'advance'; seconds: number }
  | { do: 'show'; app: AppId; who: 'ann' | 'dan'; visible: boolean }
  | { do: 'remove'; who: 'ann' | 'dan' }

export type WebSeen =
  | 'error page'
  | 'question'
  | 'done'
  | { code: number }
  | { errcode: number }
  | { errcode: 0; is: string; ticket: number | undefined }
  | { errcode: 0; mobile: boolean; email: boolean }

interface Code {
  who: Who
  app: AppId | 'none'
  domain: Domain
  at: number
  used: boolean
  fields: string[] | undefined
}

const day = 86_400
const trusted: Record<AppId, Domain[]> = {
  1: ['one.example', 'both.example'],
  2: ['two.example', 'both.example'],
}
/** Members by their id, the linked corp's with it, anybody else by an openid. */
const known: Record<Who, string> = {
  ann: 'ann',
  dan: 'dan',
  eve: 'openid',
  hal: 'ww5eed00000000000c/hal',
  vic: 'openid',
}

export const createWebModel = () => {
  let now = 0
  const gone = new Set<Who>()
  const visible = new Set(['1 ann', '2 ann', '2 dan'])
  const codes: Code[] = []
  const tickets: { who: Who; app: AppId; at: number; fields: string[] }[] = []
  const consents: { who: Who; app: AppId; at: number; fields: string[] }[] = []

  const trusts = (app: AppId | 'none', domain: Domain) =>
    app === 'none' ? domain !== 'none.example' : trusted[app].includes(domain)
  const isMember = (who: Who) => who === 'ann' || who === 'dan'
  const sees = (app: AppId, who: Who) => visible.has(`${app} ${who}`)
  const consentOf = (who: Who, app: AppId) =>
    consents.find((one) => one.who === who && one.app === app && now < one.at + 30 * day)
  const give = (code: Omit<Code, 'at' | 'used'>): WebSeen => {
    codes.push({ ...code, at: now, used: false })
    return { code: codes.length - 1 }
  }

  return (operation: WebOperation): WebSeen => {
    switch (operation.do) {
      case 'link': {
        const { who, app, domain, scope } = operation
        if (!trusts(app, domain)) return 'error page'
        if (gone.has(who)) return 'question' // nobody is at the phone any more
        if (scope === 'base' || app === 'none' || !isMember(who)) {
          return give({ who, app, domain, fields: undefined })
        }
        if (!sees(app, who)) return 'error page'
        const consent = consentOf(who, app)
        if (!consent) return 'question'
        return give({ who, app, domain, fields: consent.fields })
      }
      case 'allow': {
        const { who, app, domain, fields } = operation
        if (!trusts(app, domain)) return 'error page'
        if (gone.has(who)) return 'question'
        if (!isMember(who)) return give({ who, app, domain, fields: undefined })
        if (!sees(app, who)) return 'error page'
        const consent = consentOf(who, app)
        if (consent) return give({ who, app, domain, fields: consent.fields })
        consents.push({ who, app, at: now, fields })
        return give({ who, app, domain, fields })
      }
      case 'exchange': {
        const { app } = operation
        const code = codes[operation.code]
        if (!code) return { errcode: 40029 }
        if (!trusts(app, code.domain)) return { errcode: 50001 }
        const isOthers = code.app !== 'none' && code.app !== app
        if (isOthers || code.used || now >= code.at + 300) return { errcode: 40029 }
        code.used = true
        if (gone.has(code.who)) return { errcode: 40029 }
        const { who, fields } = code
        if (!fields || !sees(app, who)) return { errcode: 0, is: known[who], ticket: undefined }
        tickets.push({ who, app, at: now, fields })
        return { errcode: 0, is: known[who], ticket: tickets.length - 1 }
      }
      case 'detail': {
        const { app } = operation
        const ticket = tickets[operation.ticket]
        if (!ticket || ticket.app !== app) return { errcode: 84015 }
        if (now >= ticket.at + 1800) return { errcode: 84014 }
        if (gone.has(ticket.who) || !sees(app, ticket.who)) return { errcode: 60111 }
        // The administrator of app 2 lets it ask for mobiles alone.
        const { fields } = ticket
        return {
          errcode: 0,
          mobile: fields.includes('mobile'),
          email: app === 1 && fields.includes('email'),
        }
      }
      case 'advance':
        now += operation.seconds
        return 'done'
      case 'show':
        if (operation.visible) visible.add(`${operation.app} ${operation.who}`)
        else visible.delete(`${operation.app} ${operation.who}`)
        return 'done'
      case 'remove':
        gone.add(operation.who)
        return 'done'
    }
  }
}
