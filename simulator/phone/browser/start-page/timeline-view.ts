import type { Host } from '../../setup'
import { element } from '../dom'
import type { Hop, Lane } from './hops'
import { meaningOf, outcomeOf } from './meanings'
import type { Words } from './words'

const LANES: readonly Lane[] = ['phone', 'cloud', 'wecom']

/** Draws what just happened as messages between three lanes, the oldest first. */
export function drawTimeline(
  hops: readonly Hop[],
  words: Words,
  language: 'zh' | 'en',
): HTMLElement {
  const list = element('ol', 'hops')
  if (hops.length === 0) {
    const empty = element('li', 'empty')
    empty.append(element('strong', '', words.emptyTitle))
    const steps = element('ol')
    for (const line of words.empty) steps.append(element('li', '', line))
    empty.append(steps)
    list.append(empty)
    return list
  }
  const start = hops.filter(({ kind }) => kind === 'opened').at(-1)
  for (const hop of hops) {
    const isOld = start !== undefined && hop.at < start.at
    list.append(drawHop(hop, isOld, words, language))
  }
  return list
}

/** The heads of the lanes: who they are, and what each one knows. */
export function drawLanes(words: Words, host: Host): HTMLElement {
  const lanes = element('div', 'lanes')
  for (const lane of LANES) {
    const head = element('div', `lane lane-${lane}`)
    const name = lane === 'wecom' && host === 'wechat' ? words.wechat : words.lanes[lane]
    head.append(element('b', '', name), element('span', '', words.roles[lane]))
    lanes.append(head)
  }
  return lanes
}

function drawHop(hop: Hop, isOld: boolean, words: Words, language: 'zh' | 'en'): HTMLElement {
  const { kind, from, to, failure, ms } = hop
  const state = failure === undefined ? 'running' : failure === '' ? 'good' : 'bad'
  const item = element('li', `hop hop-${kind} ${state}${isOld ? ' old' : ''}`)
  item.dataset.from = from
  item.dataset.to = to
  if (kind === 'opened') {
    item.append(element('span', 'opened', `${hop.title} · ${clock(hop.at)}`))
    return item
  }
  const label = element('div', 'label')
  const head = element('div', 'head')
  head.title = hop.title
  head.append(element('b', '', titleOf(hop, words)))
  if (ms !== undefined) head.append(element('span', 'ms', `${Math.round(ms)} ms`))
  label.append(head)
  const meaning = meaningOf(hop.meaning, language)
  if (meaning !== '') label.append(element('p', 'meaning', meaning))
  if (hop.detail !== '' && hop.detail !== hop.title)
    label.append(element('p', 'detail', hop.detail))
  if (state === 'running') label.append(element('p', 'outcome', words.running))
  if (failure !== undefined && failure !== '') {
    const said = outcomeOf(failure, language)
    label.append(element('p', 'outcome', said === failure ? said : `${said} (${failure})`))
  }
  item.append(label)
  if (from !== to) item.append(element('i', 'arrow'))
  return item
}

function titleOf({ kind, title, failure }: Hop, words: Words): string {
  if (kind === 'reply') return failure === '' ? words.ok : words.refused
  if (kind === 'console') return `${title} · ${words.printed}`
  if (kind === 'timer') return `${title} · ${words.timer}`
  if (kind === 'unknown') return title || words.unknown
  return title.replace(/^\/cgi-bin\/(miniprogram\/)?/, '')
}

function clock(at: number): string {
  return new Date(at).toLocaleTimeString('zh-CN', { hour12: false })
}
