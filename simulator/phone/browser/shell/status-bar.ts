import { element } from '../dom'
import { BATTERY, icon, SIGNAL, WIFI } from './icons'

/** The phone's own line at the top. The time is fixed, so that pictures of it stay comparable. */
export function createStatusBar(): HTMLElement {
  const bar = element('div', 'status-bar')
  const right = element('span', 'status-icons')
  right.append(icon(SIGNAL), icon(WIFI), icon(BATTERY))
  bar.append(element('span', 'status-time', '9:41'), element('span', 'status-island'), right)
  return bar
}
