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
