import type { App, Corp } from '../company/company'
import type { Person } from '../state/people'
import type { Reply } from '../wire/envelope'
import { html } from './html'
import { ownAddress } from './own-address'
import { brand, page } from './page'
import { avatar } from './picker'
import { fieldNames, words, type Language } from './words'

/** Asks a member what the app may see; comes back as `decision` and the ticked `field`s. */
export const consentPage = (
  { corp, app, person }: { corp: Corp; app: App; person: Person },
  { url, language }: { url: URL; language: Language },
): Reply => {
  const text = words[language]
  const { privateFields } = app
  const elsewhere = `/_sim/open?${new URLSearchParams({ to: ownAddress(url), lang: language })}`
  return page(
    { title: app.name, language },
    html`<header class="app">
      ${brand(language)}
      <span class="mark" aria-hidden="true">${[...app.name].at(0)}</span>
      <h1>${app.name}</h1>
      <p class="hint">${corp.name}</p>
    </header>`,
    html`<form method="post" action="${ownAddress(url)}">
      <section class="card">
        <p class="me">
          ${avatar(person)}
          <span class="who"
            ><span class="name">${person.name}</span><span class="line">${person.id}</span></span
          >
          <a href="${elsewhere}">${text.notYou}</a>
        </p>
        ${
          privateFields.length === 0
            ? html`<p class="hint">${text.asksNothing}</p>`
            : html`<fieldset>
                <legend>${app.name} ${text.appAsks}</legend>
                ${privateFields.map(
                  (field) =>
                    html`<label
                      ><input type="checkbox" name="field" value="${field}" checked /><span
                        >${fieldNames[language][field]}</span
                      ></label
                    >`,
                )}
              </fieldset>`
        }
      </section>
      ${privateFields.length > 0 && html`<p class="hint">${text.untick}</p>`}
      <div class="choice">
        <button class="primary" name="decision" value="allow">${text.allow}</button>
        <button class="quiet" name="decision" value="refuse">${text.refuse}</button>
      </div>
      <p class="hint">${text.remembered}</p>
    </form>`,
  )
}
