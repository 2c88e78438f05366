import { button, element } from '../dom'
import { BACK, icon } from './icons'

/** What stands over the phone until it is closed: in the client, a page of its own. */
export interface Contract {
  name: string
  text: string
  back: string
}

/** Opens the page of a contract (《…隐私保护指引》) over everything else. */
export function showContract(layer: HTMLElement, { name, text, back }: Contract): void {
  const page = element('section', 'contract')
  const head = element('header')
  const leave = button('navigation-back', '', () => page.remove())
  leave.ariaLabel = back
  leave.append(icon(BACK))
  head.append(leave, element('h3', '', name))
  page.append(head, element('p', '', text))
  layer.append(page)
}
