import { read } from './api'
import { element } from './dom'
import { here } from './here'
import type { Entry } from './shapes'
import { say } from './words'

/** How many are drawn; older ones go. */
const capacity = 200

/** What was requested lately, the newest first; each line opens to its answer and what it means. */
export const createRequests = () => {
  const list = element('ol', 'requests')
  const panel = element('div', 'panel', list)

  const drawEmpty = () => {
    const line = `curl '${location.origin}/cgi-bin/gettoken?corpid=…&corpsecret=…'`
    list.replaceChildren(
      element(
        'li',
        'empty',
        element('p', '', say('noRequests')),
        element('p', 'soft', say('tryThis')),
        element('code', '', line),
      ),
    )
  }
  const add = (entry: Entry) => {
    list.querySelector('.empty')?.remove()
    list.prepend(drawEntry(entry))
    while (list.childElementCount > capacity) list.lastElementChild?.remove()
  }
  const reload = async () => {
    const { requests } = await read<{ requests: Entry[] }>('requests')
    if (requests.length === 0) return drawEmpty()
    list.replaceChildren(...requests.slice(-capacity).reverse().map(drawEntry))
  }
  return { panel, add, reload }
}

const drawEntry = (entry: Entry): HTMLElement => {
  const { path, at, ms, method, why, explanation } = entry
  const outcome = outcomeOf(entry)
  const summary = element(
    'summary',
    '',
    element('b', '', path.replace(/^\/cgi-bin\//, '')),
    element('span', `outcome ${outcome.state}`, outcome.text),
    element('span', 'when', `${clockTime(at)} · ${Math.round(ms)} ms`),
  )
  const facts = element('dl')
  const fact = (name: string, value: Node | string | undefined) => {
    if (value === undefined || value === '') return
    facts.append(element('dt', '', name), element('dd', '', value))
  }
  fact(say('meaning'), explanation?.[here.language])
  fact(say('why'), why)
  const sent = { ...entry.query, ...(isObject(entry.input) && entry.input) }
  fact(`${method} · ${say('sent')}`, pretty(sent))
  fact(`${say('answered')} · ${entry.status || say('cut')}`, pretty(entry.answer))
  const details = element('details', '', summary, facts)
  const item = element('li', outcome.state, details)
  item.dataset['path'] = path
  return item
}

const outcomeOf = ({ errcode, status }: Entry): { text: string; state: 'good' | 'bad' | 'odd' } => {
  if (errcode === 0 && status === 200) return { text: 'ok', state: 'good' }
  if (status === 0) return { text: say('cut'), state: 'odd' }
  if (errcode === null) return { text: `HTTP ${status}`, state: 'odd' }
  return errcode === 0
    ? { text: `HTTP ${status}`, state: 'odd' }
    : { text: String(errcode), state: 'bad' }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const pretty = (value: unknown): Node | undefined => {
  if (value === undefined || (isObject(value) && Object.keys(value).length === 0)) return undefined
  return element('pre', '', JSON.stringify(value, null, 1))
}

const clockTime = (at: number): string =>
  new Date(at).toLocaleTimeString('zh-CN', { hour12: false })
