import type { Corp, PrivateField } from '../company/company'
import { appSees, findPersonNamed, keyOf, type Person } from '../state/people'
import { viewOf } from '../state/visibility'
import type { World } from '../state/world'
import { readAuthorizeRequest, type AuthorizeRequest } from './authorize-request'
import { consentPage } from './consent-page'
import { deviceOf, personCookie } from './device'
import { ownAddress, pickParameter } from './own-address'
import { redirect } from './page'
import { PageFault } from './problem'
import type { Answer, Visit } from './visit'
import { whoPage } from './who-page'
import { languageOf, type Language } from './words'

/** What the legacy scope snsapi_userinfo told without asking: neither mobile nor mail. */
const legacyFields: readonly PrivateField[] = ['avatar', 'gender', 'qrCode', 'address']

/**
 * GET /connect/oauth2/authorize 网页授权: silent, or with the member's consent, back to redirect_uri
 * with `code` and `state`. POST carries what a person chose on the page itself.
 * https://developer.work.weixin.qq.com/document/path/91022
 */
export const createAuthorize =
  (world: Pick<World, 'corps' | 'choices' | 'authCodes' | 'consents'>) =>
  (visit: Visit): Answer => {
    const { url, form } = visit
    const language = languageOf(url.searchParams)
    const request = readAuthorizeRequest(url.searchParams, world)
    const { client, person } = deviceOf(visit, world)
    if (client === 'wechat') throw new PageFault('NOT_IN_WECOM', 'this is WeChat, not WeCom')

    const chosen = form.get('as')
    if (chosen !== null) {
      const found = findPersonNamed(world.corps, chosen)
      if (!found) throw new PageFault('NOBODY', 'no corp has such a person')
      return { reply: redirect(ownAddress(url), personCookie(found)) }
    }
    if (!person) {
      if (client === 'browser' && !url.searchParams.has(pickParameter)) {
        throw new PageFault('NOT_IN_WECOM', 'this browser has no simulated WeCom open')
      }
      const { app, corp } = request
      const view = app && viewOf(corp, app.visibleRange)
      return { reply: whoPage(world, { url, language, view }) }
    }
    return answerFor(world, request, person, { form, url, language })
  }

const answerFor = (
  world: Pick<World, 'authCodes' | 'consents'>,
  request: AuthorizeRequest,
  person: Person,
  { form, url, language }: Pick<Visit, 'form' | 'url'> & { language: Language },
): Answer => {
  const { corp, app, scope, redirectUri, state, note } = request
  const goBack = (kind: 'oauth-base' | 'oauth-private', fields: PrivateField[] | undefined) => {
    const { corpId } = corp
    const { domain } = redirectUri
    const agentId = app?.agentId
    const subject = { kind, corpId, agentId, domain, person: keyOf(person), fields }
    const authCode = world.authCodes.issue(subject)
    return {
      reply: redirect(redirectUri.with({ code: authCode, state })),
      ...(note && { why: note }),
    }
  }
  // Only members have anything to consent to: a visitor's private fields are not the corp's.
  if (!app || scope === 'snsapi_base' || !isMemberOf(corp, person)) {
    return goBack('oauth-base', undefined)
  }
  const isVisible = appSees(corp, app, person)
  if (scope === 'snsapi_userinfo') {
    const fields = app.privateFields.filter((field) => legacyFields.includes(field))
    return goBack('oauth-base', isVisible ? fields : undefined)
  }
  if (!isVisible) {
    throw new PageFault('NOT_VISIBLE', `${person.name} is outside the visible range of ${app.name}`)
  }
  const owner = { corpId: corp.corpId, agentId: app.agentId }
  const remembered = world.consents.of(keyOf(person), owner)
  if (remembered) return goBack('oauth-private', remembered)
  const decision = form.get('decision')
  if (decision === 'refuse') {
    return { reply: redirect(redirectUri.with({ state })), why: 'the member refused: no code' }
  }
  if (decision !== 'allow') {
    return { reply: consentPage({ corp, app, person }, { url, language }) }
  }
  const ticked = form.getAll('field')
  const fields = app.privateFields.filter((field) => ticked.includes(field))
  world.consents.remember(keyOf(person), owner, fields)
  return goBack('oauth-private', fields)
}

const isMemberOf = (corp: Corp, person: Person): boolean =>
  person.corp === corp && person.member !== undefined
