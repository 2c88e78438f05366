import type { WebHandler } from '../route'
import { html } from './html'
import { otherLanguage, page } from './page'
import { words } from './words'

/** GET /web/signed-out: where a session has ended and none begins by itself. */
export const signedOutPage: WebHandler = (request) => {
  const { language } = request
  const text = words[language]
  return Promise.resolve(
    page(
      { title: text.signedOut, language },
      html`<section class="card refusal">
        <div class="sign" aria-hidden="true">✓</div>
        <h1>${text.signedOut}</h1>
        <p>${text.signedOutNext}</p>
        <a class="button" href="/web/">${text.signIn}</a>
      </section>`,
      otherLanguage(request),
    ),
  )
}
