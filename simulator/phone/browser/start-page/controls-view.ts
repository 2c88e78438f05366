import { DEVICES, FONT_SIZES, isDesktop, LINES, type Net } from '../../choices'
import { button, element } from '../dom'
import type { Choice } from './choice'
import type { Words } from './words'

/** A row of mutually exclusive choices. */
export function segmented<Value extends string>(
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const group = element('div', 'segmented')
  group.setAttribute('role', 'group')
  group.ariaLabel = label
  for (const [value, text] of options) {
    const option = button('', text, () => choose(value))
    option.dataset.value = value
    option.ariaPressed = String(value === chosen)
    group.append(option)
  }
  return group
}

/** One of several, of which only the chosen one shows. */
function selected<Value extends string>(
  name: string,
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const field = element('label', 'choose')
  const list = element('select')
  list.name = name
  for (const [value, text] of options) list.append(new Option(text, value, false, value === chosen))
  list.addEventListener('change', () => choose(list.value as Value))
  field.append(element('span', '', label), list)
  return field
}

/** What surrounds the phone: its network, its screen, its person's eyes. */
export function drawSurroundings(
  words: Words,
  choice: Choice,
  change: (changed: Partial<Choice>) => void,
): HTMLElement {
  const row = element('div', 'surroundings')
  row.append(
    selected(
      'net',
      words.network,
      (Object.keys(LINES) as Net[]).map((net) => [net, words.networks[net]]),
      choice.net,
      (net) => change({ net }),
    ),
    selected(
      'width',
      words.screen,
      DEVICES.map((device) => [
        String(device.width),
        isDesktop(device) ? `${device.width} ${words.desktop}` : String(device.width),
      ]),
      String(choice.width),
      (width) => change({ width: Number(width) }),
    ),
    selected(
      'font',
      words.text,
      sizesWith(choice.fontSize).map((size) => [String(size), words.textSize(size)]),
      String(choice.fontSize),
      (size) => change({ fontSize: Number(size) }),
    ),
  )
  // WeCom asks no such question.
  if (choice.host === 'wechat')
    row.append(
      selected(
        'privacy',
        words.privacy,
        [
          ['declared', words.declared],
          ['undeclared', words.undeclared],
        ],
        choice.privacy,
        (privacy) => change({ privacy }),
      ),
    )
  return row
}

/** Those that can be chosen, and the one that the address asked for besides. */
function sizesWith(size: number): number[] {
  return [...new Set([...FONT_SIZES, size])].sort((a, b) => a - b)
}

/** Where and how the mini program is opened. */
export function drawControls(
  words: Words,
  choice: Choice,
  change: (changed: Partial<Choice>) => void,
): HTMLElement {
  const bar = element('div', 'controls')
  bar.append(
    segmented(
      words.where,
      [
        ['wecom', words.wecom],
        ['wechat', words.wechat],
      ],
      choice.host,
      (host) => change({ host }),
    ),
    segmented(
      words.theme,
      [
        ['light', words.light],
        ['dark', words.dark],
      ],
      choice.theme,
      (theme) => change({ theme }),
    ),
    segmented(
      words.language,
      [
        ['zh_CN', '中文'],
        ['en', 'EN'],
      ],
      choice.language,
      (language) => change({ language }),
    ),
  )
  return bar
}
