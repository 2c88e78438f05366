import { button, element } from '../dom'
import type { Page } from '../page'
import { BACK, CLOSE, HOME, icon, MORE } from './icons'

export interface NavigationBarParts {
  back(): void
  home(): void
}

/** The bar with the page's title, the way back, and the capsule of the client. */
export function createNavigationBar({ back, home }: NavigationBarParts) {
  const bar = element('header', 'navigation-bar')
  const backButton = button('navigation-back', '', back)
  const homeButton = button('navigation-home', '', home)
  const title = element('div', 'navigation-title')
  const spinner = element('i', 'navigation-spinner')
  const text = element('span')
  const capsule = element('div', 'capsule')
  backButton.append(icon(BACK))
  backButton.ariaLabel = '返回'
  homeButton.append(icon(HOME))
  homeButton.ariaLabel = '首页'
  capsule.append(icon(MORE), element('b'), icon(CLOSE))
  title.append(spinner, text)
  bar.append(backButton, homeButton, title, capsule)
  return {
    bar,
    /** Shows the state of a page; `depth` is how many pages lie under it. */
    show({ title: written, settings }: Page, depth: number, isHome: boolean) {
      const white = settings.navigationBarTextStyle !== 'black'
      text.textContent = written
      bar.classList.toggle('custom', settings.navigationStyle === 'custom')
      bar.classList.toggle('light-text', white)
      bar.parentElement?.classList.toggle('light-status', white)
      bar.parentElement?.style.setProperty(
        '--navigation-background',
        settings.navigationBarBackgroundColor ?? '#000000',
      )
      backButton.hidden = depth === 0
      homeButton.hidden = depth > 0 || isHome
    },
    loading: (on: boolean) => void spinner.classList.toggle('on', on),
    hideHome: () => void (homeButton.hidden = true),
  }
}
