import { appSees, findPersonNamed, fullNameOf, keyOf, type Person } from '../state/people'
import { viewOf } from '../state/visibility'
import type { World } from '../state/world'
import type { Reply } from '../wire/envelope'
import { html } from './html'
import { readLoginRequest, type LoginRequest } from './login-request'
import { ownAddress } from './own-address'
import { brand, page, redirect } from './page'
import { avatar, picker } from './picker'
import { PageFault } from './problem'
import { scanDrawing } from './scan-drawing'
import type { Answer, Visit } from './visit'
import { languageOf, words, type Language } from './words'

/**
 * GET /wwlogin/sso/login and the older /wwopen/sso/qrConnect 扫码登录: in a browser on a computer. The
 * page asks whose phone scans, then that person on the phone; back with `code` and `state`, or after
 * a refusal with `state` alone. Nobody is remembered: the computer is not the phone.
 * https://developer.work.weixin.qq.com/document/path/98152
 */
export const createScanLogin =
  (world: Pick<World, 'corps' | 'choices' | 'authCodes'>) =>
  ({ url, form }: Visit): Answer => {
    const language = languageOf(url.searchParams)
    const request = readLoginRequest(url, world)
    const { corp, app, redirectUri, state } = request
    const scanning = form.get('as')
    if (scanning === null) return { reply: scanPage(world, request, { url, language }) }

    const person = findPersonNamed(world.corps, scanning)
    if (!person) throw new PageFault('NOBODY', 'no corp has such a person')
    if (!appSees(corp, app, person)) {
      throw new PageFault(
        'NOT_VISIBLE',
        `${person.name} is outside the visible range of ${app.name}`,
      )
    }
    const decision = form.get('decision')
    if (decision === 'refuse') {
      return { reply: redirect(redirectUri.with({ state })), why: 'the member refused: no code' }
    }
    if (decision !== 'allow') return { reply: phonePage(request, person, { url, language }) }
    const authCode = world.authCodes.issue({
      kind: 'web-login',
      corpId: corp.corpId,
      agentId: app.agentId,
      domain: redirectUri.domain,
      person: keyOf(person),
      fields: undefined,
    })
    return { reply: redirect(redirectUri.with({ code: authCode, state })) }
  }

interface Place {
  url: URL
  language: Language
}

const scanPage = (
  world: Pick<World, 'corps'>,
  { corp, app }: LoginRequest,
  { url, language }: Place,
): Reply => {
  const text = words[language]
  const view = viewOf(corp, app.visibleRange)
  return page(
    { title: text.scanTitle, language, wide: true },
    html`<section class="panel">
      ${brand(language)}
      <h1>${app.name}</h1>
      <p class="hint">${text.scanIntro}</p>
      <figure>
        ${scanDrawing(url.search)}
        <figcaption>${text.drawn}</figcaption>
      </figure>
    </section>`,
    html`<section class="phones">
      <h2>${text.scanAs}</h2>
      ${picker(world, { url, language, view })}
    </section>`,
  )
}

const phonePage = (
  { corp, app }: LoginRequest,
  person: Person,
  { url, language }: Place,
): Reply => {
  const text = words[language]
  return page(
    { title: text.scanTitle, language },
    html`<header class="app">
      ${brand(language, text.phoneOf(person.name))}
      <span class="mark" aria-hidden="true">${[...app.name].at(0)}</span>
      <p class="hint">${text.loginTo}</p>
      <h1>${app.name}</h1>
      <p class="hint">${corp.name} · ${text.loginOn}</p>
    </header>`,
    html`<form method="post" action="${ownAddress(url)}">
      <input type="hidden" name="as" value="${fullNameOf(person)}" />
      <section class="card">
        <p class="me">
          ${avatar(person)}
          <span class="who"
            ><span class="name">${person.name}</span><span class="line">${person.id}</span></span
          >
        </p>
      </section>
      <div class="choice">
        <button class="primary" name="decision" value="allow">${text.confirmLogin}</button>
        <button class="quiet" name="decision" value="refuse">${text.cancel}</button>
      </div>
    </form>`,
  )
}
