import type { Content } from '../services/content'
import type { TextKey } from '../services/i18n'
import { host, identity, language, t, workbench } from '../services/index'
import { nameTabs } from '../services/tab-names'

/** What this file uses of a page. */
interface LivePage {
  setData(data: object): void
  isInFront?: boolean
  leave?: () => void
}

/** What every page's template finds: the class of its outermost view, which carries the text size. */
export const looks = `page text-${host.textSize}`

/**
 * Lifetimes of a page that shows what `render` makes of the moment: drawn anew when the person, the
 * content or the language changes, and whenever the page comes to the front, because time has passed.
 *
 * @param load Asks for what the page in front needs besides, when it is not there.
 * @param sources What it is drawn anew for as well.
 */
export function pageLife(
  title: TextKey,
  render: () => object,
  load: () => void = () => {},
  sources: Pick<Content<unknown>, 'onChange'>[] = [],
) {
  function draw(page: LivePage): void {
    page.setData(render())
    if (!page.isInFront) return
    wx.setNavigationBarTitle({ title: t(title) })
    nameTabs(wx, t)
    load()
  }

  return {
    lifetimes: {
      attached(this: LivePage) {
        const drawn = () => draw(this)
        const leaving = [identity, workbench, language, ...sources].map(({ onChange }) =>
          onChange(drawn),
        )
        this.leave = () => leaving.forEach((leave) => leave())
        drawn()
      },
      detached(this: LivePage) {
        this.leave?.()
      },
    },
    pageLifetimes: {
      show(this: LivePage) {
        this.isInFront = true
        draw(this)
      },
      hide(this: LivePage) {
        this.isInFront = false
      },
    },
  }
}
