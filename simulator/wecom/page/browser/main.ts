import { ask, read } from './api'
import { createClock } from './clock'
import { button, element, segmented, select } from './dom'
import { createFaultsPanel } from './faults'
import { here, moveTo, onMove } from './here'
import { drawMiddle } from './middle'
import { createRequests } from './requests'
import type { Corp, Entry } from './shapes'
import { drawFound, drawTree, walkWithArrows } from './tree'
import { say } from './words'

type LiveEvent =
  { kind: 'request'; entry: Entry } | { kind: 'company' | 'clock' | 'faults' | 'requests' }

const clock = createClock()
const requests = createRequests()
const faults = createFaultsPanel()

const top = element('header', 'top')
const corpSwitch = element('div', 'corps')
const search = element('input', 'search')
const list = element('div', 'list')
const left = element('nav', 'column left', corpSwitch, search, list)
const middle = element('main', 'column middle')
const tabs = element('div', 'tabs')
const right = element('aside', 'column right', tabs, requests.panel, faults.panel)
const narrow = element('div', 'narrow')
document.body.append(top, narrow, left, middle, right)

search.type = 'search'
walkWithArrows(list)
search.addEventListener('input', () => void drawLeft())
search.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  list.querySelector<HTMLButtonElement>('.row')?.focus()
})

let shownTab: 'requests' | 'faults' = 'requests'
/** Of the three columns, the one that a narrow screen shows. */
let pane: 'left' | 'middle' | 'right' = 'left'
let drawing = 0

const drawLeft = async (): Promise<void> => {
  const mine = (drawing += 1)
  const words = search.value.trim()
  const drawn = await (words === '' ? drawTree() : drawFound(words))
  if (mine !== drawing) return // a later drawing is on its way
  const scrolled = list.scrollTop
  list.replaceChildren(drawn)
  list.scrollTop = scrolled
}

const drawCorps = async (): Promise<void> => {
  const { corps } = await read<{ corps: Corp[] }>('corps')
  const choice = select(
    'corp',
    corps.map(({ corpId, own, name }) => [own ? '' : corpId, name] as const),
    here.corpId,
  )
  choice.ariaLabel = say('company')
  choice.addEventListener('change', () =>
    moveTo({ corpId: choice.value, selection: { kind: 'company', id: '' } }),
  )
  corpSwitch.replaceChildren(...(corps.length > 1 ? [choice] : []))
}

const drawTop = (): void => {
  document.documentElement.lang = here.language === 'zh' ? 'zh-CN' : 'en'
  top.replaceChildren(
    element('h1', '', say('title')),
    element('p', 'subtitle', say('subtitle')),
    clock.bar,
    segmented(
      '中文 / English',
      [
        ['zh', '中文'],
        ['en', 'English'],
      ],
      here.language,
      (language) => moveTo({ language }),
    ),
  )
}

const drawTabs = (count = Number(faults.panel.dataset['count'] ?? 0)): void => {
  tabs.replaceChildren(
    segmented(
      say('requests'),
      [
        ['requests', say('requests')],
        ['faults', count > 0 ? `${say('faults')} · ${count}` : say('faults')],
      ],
      shownTab,
      (tab) => {
        shownTab = tab
        drawTabs()
      },
    ),
    ...(shownTab === 'requests'
      ? [button('quiet', say('clear'), () => ask('DELETE', 'requests'))]
      : []),
  )
  requests.panel.hidden = shownTab !== 'requests'
  faults.panel.hidden = shownTab !== 'faults'
}

const drawNarrow = (): void => {
  document.body.dataset['pane'] = pane
  narrow.replaceChildren(
    segmented(
      say('title'),
      [
        ['left', say('company')],
        ['middle', say('details')],
        ['right', say('requestsShort')],
      ],
      pane,
      (chosen) => {
        pane = chosen
        drawNarrow()
      },
    ),
  )
}

const drawAll = async (): Promise<void> => {
  search.placeholder = say('search')
  search.ariaLabel = say('search')
  left.ariaLabel = say('company')
  right.ariaLabel = say('requests')
  drawTop()
  drawTabs()
  drawNarrow()
  await Promise.all([
    drawCorps(),
    drawLeft(),
    drawMiddle(middle),
    clock.draw(),
    requests.reload(),
    faults.draw().then(drawTabs),
  ])
}

onMove((changed) => {
  if (changed.includes('language') || changed.includes('corpId')) return void drawAll()
  if (pane === 'left') {
    pane = 'middle'
    drawNarrow()
  }
  middle.scrollTop = 0
  void Promise.all([drawLeft(), drawMiddle(middle)])
})

/** Whoever is writing keeps what they wrote: the form is not drawn anew under their hands. */
const isBeingEdited = (): boolean =>
  middle.querySelector('form[data-edited]') !== null && middle.contains(document.activeElement)

const hear = (event: LiveEvent): void => {
  if (event.kind === 'request') requests.add(event.entry)
  if (event.kind === 'requests') void requests.reload()
  if (event.kind === 'clock') void clock.reload()
  if (event.kind === 'faults') void faults.reload().then(drawTabs)
  if (event.kind !== 'company') return
  void Promise.all([drawCorps(), drawLeft()])
  if (!isBeingEdited()) void drawMiddle(middle)
}

const lost = element('p', 'lost', '')
const follow = (): void => {
  const live = new EventSource('/_sim/live')
  live.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as LiveEvent))
  live.addEventListener('error', () => {
    lost.textContent = say('disconnected')
    document.body.append(lost)
  })
  live.addEventListener('open', () => {
    if (!lost.isConnected) return
    lost.remove()
    void drawAll() // much may have happened in the meantime
  })
}

void drawAll()
follow()
