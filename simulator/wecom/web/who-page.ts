import type { View } from '../state/visibility'
import type { World } from '../state/world'
import type { Reply } from '../wire/envelope'
import { html } from './html'
import { brand, page } from './page'
import { picker } from './picker'
import { words, type Language } from './words'

/** Asks whose phone this is; the answer comes back as `as`. */
export const whoPage = (
  world: Pick<World, 'corps'>,
  options: { url: URL; language: Language; view?: View | undefined },
): Reply => {
  const text = words[options.language]
  return page(
    { title: text.whoTitle, language: options.language },
    html`<header>
      ${brand(options.language)}
      <h1>${text.whoTitle}</h1>
      <p class="hint">${text.whoIntro}</p>
    </header>`,
    picker(world, options),
  )
}
