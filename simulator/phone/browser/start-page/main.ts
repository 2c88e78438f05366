import { button, element } from '../dom'
import { forgetAll } from '../stored'
import { liveChange, mustReopen, phoneAddress, readChoice, startQuery, type Choice } from './choice'
import type { Corp } from './company'
import { drawControls, drawSurroundings, segmented } from './controls-view'
import { createHops } from './hops'
import { drawPeople } from './people-view'
import { createPhoneFrame } from './phone-frame'
import { drawLanes, drawTimeline } from './timeline-view'
import { WORDS } from './words'

const { wecomBase, cloudBase } = JSON.parse(
  document.getElementById('start-setup')?.textContent ?? '{}',
) as { wecomBase: string; cloudBase: string }

let choice = readChoice(location.search)
let corps: Corp[] | undefined
let logIsOpen = true

const hops = createHops()
const phone = createPhoneFrame()
const people = element('div', 'people-column')
const top = element('header', 'top')
const phoneBar = element('div', 'phone-bar')
const timeline = element('section', 'timeline')

const middle = element('main', 'phone-column')
middle.append(phoneBar, phone.stage)
document.body.append(top, people, middle, timeline)
drawAll()
phone.become(choice.width)
phone.open(phoneAddress(choice))
void loadCompany()
followPhone()
followCloud()

function change(changed: Partial<Choice>): void {
  const before = choice
  choice = { ...choice, ...changed }
  history.replaceState(null, '', startQuery(choice))
  drawAll()
  phone.become(choice.width)
  if (mustReopen(before, choice)) phone.open(phoneAddress(choice))
  else phone.tell(liveChange(choice))
}

function drawAll(): void {
  drawTop()
  drawPeopleColumn()
  drawPhoneBar()
  drawTimelineColumn()
}

function drawTop(): void {
  const words = WORDS[choice.words]
  document.documentElement.lang = choice.words === 'en' ? 'en' : 'zh-CN'
  const manage = element('a', 'quiet-button', words.manage)
  manage.href = `${wecomBase}/_sim/${choice.words === 'en' ? '?ui=en' : ''}`
  manage.target = '_blank'
  // Without a simulated WeCom there is nothing to manage.
  manage.hidden = corps === undefined
  top.replaceChildren(
    element('h1', '', words.title),
    element('p', '', words.subtitle),
    manage,
    segmented(
      '中文 / English',
      [
        ['zh', '中文'],
        ['en', 'English'],
      ],
      choice.words,
      (chosen) => change({ words: chosen }),
    ),
  )
}

function drawPeopleColumn(): void {
  const search = people.querySelector<HTMLInputElement>('.search')?.value ?? ''
  const scrolled = people.querySelector('.people-list')?.scrollTop ?? 0
  const drawn = drawPeople({
    words: WORDS[choice.words],
    corps,
    choice,
    pick: (corp, member) => change({ as: member.userId, corp: corp.own ? '' : corp.corpId }),
  })
  people.replaceChildren(drawn)
  const input = people.querySelector<HTMLInputElement>('.search')
  if (input !== null && search !== '') {
    input.value = search
    input.dispatchEvent(new Event('input'))
  }
  people.querySelector('.people-list')?.scrollTo(0, scrolled)
}

function drawPhoneBar(): void {
  const words = WORDS[choice.words]
  const alone = element('a', 'quiet-button', words.alone)
  alone.href = phoneAddress(choice)
  alone.target = '_blank'
  const reopen = () => phone.open(phoneAddress(choice))
  const actions = element('div', 'phone-actions')
  actions.append(
    button('quiet-button', words.again, reopen),
    button('quiet-button', words.forget, () => {
      forgetAll(localStorage)
      reopen()
    }),
    alone,
  )
  phoneBar.replaceChildren(
    drawControls(words, choice, change),
    drawSurroundings(words, choice, change),
    actions,
  )
}

function drawTimelineColumn(): void {
  const words = WORDS[choice.words]
  const head = element('div', 'timeline-head')
  head.append(
    element('h2', '', words.happened),
    button('quiet-button', words.clear, () => {
      hops.clear()
      drawTimelineColumn()
    }),
  )
  const drawn = drawTimeline(hops.list(), words, choice.words)
  timeline.replaceChildren(head, drawLanes(words, choice.host), drawn)
  if (!logIsOpen) timeline.append(element('p', 'disconnected', words.disconnected))
  drawn.scrollTop = drawn.scrollHeight
}

async function loadCompany(): Promise<void> {
  try {
    const response = await fetch(`${wecomBase}/_sim/company`)
    const answer = (await response.json()) as { corps?: Corp[] }
    corps = answer.corps
  } catch {
    corps = undefined
  }
  drawTop()
  drawPeopleColumn()
}

/** The phone tells about its own calls. Only our own frame is believed. */
function followPhone(): void {
  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== location.origin || source !== phone.frame.contentWindow) return
    // What was changed while it was being opened.
    if (isOpening(data)) phone.tell(liveChange(choice))
    hops.add(isOpening(data) ? { ...data, target: opening() } : (data as unknown))
    drawTimelineColumn()
  })
}

function isOpening(data: unknown): data is { name: 'open' } {
  return typeof data === 'object' && data !== null && 'name' in data && data.name === 'open'
}

/** Who opens the mini program where, in words. */
function opening(): string {
  const words = WORDS[choice.words]
  const corp = corps?.find(({ corpId, own }) => (choice.corp === '' ? own : corpId === choice.corp))
  const name = corp?.members.find(({ userId }) => userId === choice.as)?.name ?? choice.as
  return `${name} ${words.opened} ${words[choice.host]}`
}

/** The function host tells about everything else. */
function followCloud(): void {
  const log = new EventSource(`${cloudBase}/_cloud/log`)
  log.addEventListener('message', ({ data }) => {
    try {
      const event: unknown = JSON.parse(String(data))
      hops.add(typeof event === 'object' && event !== null ? { ...event, kind: undefined } : event)
    } catch {
      hops.add({ event: 'log', text: String(data) })
    }
    drawTimelineColumn()
  })
  const connected = (isOpen: boolean) => {
    if (isOpen === logIsOpen) return
    logIsOpen = isOpen
    drawTimelineColumn()
  }
  log.addEventListener('open', () => connected(true))
  log.addEventListener('error', () => connected(false))
}
