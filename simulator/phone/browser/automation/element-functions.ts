import { tap } from './fingers'
import { argumentsOf, type Params } from './methods'
import { componentOf } from './nodes'

type Run = (element: HTMLElement, values: unknown[]) => unknown

/** What the client calls on one kind of element, by its own names. */
const FUNCTIONS: Record<string, Run> = {
  'input.input': (element, [text]) => type(element, String(text)),
  'textarea.input': (element, [text]) => type(element, String(text)),
  'switch.tap': (element) => tap(element),
  'swiper.swipeTo': (element, [index]) => swipe(element, Number(index)),
  'slider.slideTo': (element, [value]) => slide(element, Number(value)),
  'scroll-view.scrollTo': (element, [x, y]) =>
    element.scrollTo({ left: Number(x), top: Number(y), behavior: 'instant' }),
  'scroll-view.scrollTop': ({ scrollTop }) => scrollTop,
  'scroll-view.scrollLeft': ({ scrollLeft }) => scrollLeft,
  'scroll-view.scrollWidth': ({ scrollWidth }) => scrollWidth,
  'scroll-view.scrollHeight': ({ scrollHeight }) => scrollHeight,
}

/** Runs such a function. @throws Error for those of tags that are drawn as a box */
export function callOnElement(element: HTMLElement, params: Params): unknown {
  const name = String(params['functionName'])
  const run = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (run === undefined) throw new Error(`${name} is not simulated in the preview`)
  return run(element, argumentsOf(params))
}

/** As a person would: no more than fits, and nothing into a field that is disabled. */
function type(element: HTMLElement, text: string): void {
  const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  if (field === null || field.disabled) throw new Error('nothing can be typed there')
  field.value = field.maxLength >= 0 ? text.slice(0, field.maxLength) : text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function swipe(element: HTMLElement, index: number): void {
  const { length } = element.querySelectorAll('wx-swiper-item')
  if (!Number.isInteger(index) || index < 0 || index >= length)
    throw new Error(`the swiper has ${length} items`)
  componentOf(element)?.setData({ current: index })
}

function slide(element: HTMLElement, value: number): void {
  const field = element.querySelector('input')
  if (field === null || field.disabled) throw new Error('the slider does not move')
  field.value = String(value)
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type))
}
