import type { Callbacks } from '../callbacks/callbacks'
import { findApp } from '../state/lookup'
import { appSees, findPersonNamed, type Person } from '../state/people'
import type { World } from '../state/world'
import type { Reply } from '../wire/envelope'
import { deviceOf, personCookie } from './device'
import { html } from './html'
import { brand, page, redirect } from './page'
import { PageFault } from './problem'
import type { Answer, Visit } from './visit'
import { whoPage } from './who-page'
import { languageOf, words, type Language } from './words'

const entries: readonly string[] = ['workbench', 'menu', 'message']

/**
 * GET /_sim/open?as=zhangsan&entry=workbench&agentid=1000002&to=https://… puts a person into the
 * simulated WeCom of this browser and goes there, as a tap on the workbench (工作台), on the app's menu
 * or on a message does; nothing is added to the address. Without `as` it asks who it is, without `to`
 * it stays. With an entry the app is told (enter_agent); from the workbench and the menu only those
 * come who see the app.
 */
export const createOpen =
  (world: Pick<World, 'corps'>, callbacks: Callbacks) =>
  (visit: Visit): Answer => {
    const { url, form } = visit
    const query = url.searchParams
    const language = languageOf(query)
    const entry = query.get('entry')
    if (entry !== null && !entries.includes(entry)) throw new PageFault('ENTRY', 'no such entry')
    const to = readTarget(query.get('to'))

    const name = form.get('as') ?? query.get('as')
    if (!name) {
      const { person } = deviceOf(visit, world)
      const isDone = query.has('opened') && person !== undefined
      return { reply: isDone ? openedPage(person, language) : whoPage(world, { url, language }) }
    }
    const person = findPersonNamed(world.corps, name)
    if (!person) throw new PageFault('NOBODY', 'no corp has such a person')
    if (entry) enter(world, callbacks, person, { entry, agentId: query.get('agentid') })
    const stay = `/_sim/open?opened=1&lang=${language}`
    return { reply: redirect(to ?? stay, personCookie(person)) }
  }

/** An address, or a path of this very server; undefined where nothing was given. */
const readTarget = (to: string | null): string | undefined => {
  if (to === null) return undefined
  if (/^\/(?![/\\])/.test(to)) return to
  if (URL.canParse(to) && /^https?:$/.test(new URL(to).protocol)) return to
  throw new PageFault('TO', 'this is no complete http or https address')
}

const enter = (
  { corps }: Pick<World, 'corps'>,
  callbacks: Callbacks,
  person: Person,
  { entry, agentId }: { entry: string; agentId: string | null },
): void => {
  const [corp] = corps
  const app = agentId === null ? corp.apps[0] : findApp(corp, Number(agentId))
  if (!app) throw new PageFault('AGENTID', `${corp.name} has no app with this agentid`)
  if (!app.enabled) throw new PageFault('APP_DISABLED', `${app.name} is disabled (应用已停用)`)
  if (appSees(corp, app, person)) callbacks.entered(corp, app, person.id)
  else if (entry !== 'message') {
    throw new PageFault('NOT_VISIBLE', `${person.name} has no ${app.name} on the workbench`)
  }
}

const openedPage = (person: Person, language: Language): Reply => {
  const text = words[language]
  return page(
    { title: text.wecom, language },
    html`<header>
      ${brand(language)}
      <h1>${text.opened(person.name)}</h1>
      <p class="hint">${text.openedHint}</p>
      <p><a class="button" href="/_sim/open?lang=${language}">${text.notYou}</a></p>
    </header>`,
  )
}
