import { dispatch } from '../app-event'
import { componentOf } from './nodes'

/** Events that reach what is around an element. */
const BUBBLING = /^(tap|longpress|longtap|touch|transitionend|animation)/

/** No finger of a person who is watching has this number. */
const FINGER = 9420

/** A finger as the client describes it: what it leaves out is the middle of the element. */
type Given = Record<string, unknown>

/** Touches an element in the document: what becomes of that is the same as for a real finger. */
export function touch(
  element: HTMLElement,
  type: 'touchstart' | 'touchmove' | 'touchend',
  given: Given = {},
): void {
  // Under this name the client's documentation and its source have it.
  const changed = given['changedTouches'] ?? given['changeTouches'] ?? given['touches']
  const touches = type === 'touchend' ? [] : listOf(given['touches'], element)
  const event = new Event(type, { bubbles: true, cancelable: true, composed: true })
  // No mouse will echo this touch: one that comes next is a person's.
  Object.defineProperty(event, 'timeStamp', { value: -Infinity })
  element.dispatchEvent(Object.assign(event, { touches, changedTouches: listOf(changed, element) }))
}

export function tap(element: HTMLElement): void {
  const point = middleOf(element)
  // What shows that it is pressed, and what a label points at, follow other events than touches.
  element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, ...point }))
  touch(element, 'touchstart')
  touch(element, 'touchend')
  element.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, ...point }))
  if (element.isConnected)
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
}

/** The end of a touch, once all that its time had brought about has happened. */
export async function release(element: HTMLElement, given: Given = {}): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  touch(element, 'touchend', given)
}

/** Lets an event happen that no finger has made. */
export function happen(element: HTMLElement, type: string, detail: unknown = {}): void {
  const component = componentOf(element)
  if (component === undefined) throw new Error('the element hears no events')
  if (BUBBLING.test(type)) dispatch(component, type, detail, { touches: [], changedTouches: [] })
  else component.triggerEvent(type, detail, {})
}

function listOf(given: unknown, element: HTMLElement): object[] {
  const page = element.closest('section.page')?.getBoundingClientRect()
  const { clientX: x, clientY: y } = middleOf(element)
  const fingers = Array.isArray(given) && given.length > 0 ? (given as Given[]) : [{}]
  return fingers.map(({ identifier, clientX, clientY }: Given) => ({
    identifier: typeof identifier === 'number' ? identifier : FINGER,
    target: element,
    // The client counts from the corner of the page.
    clientX: typeof clientX === 'number' ? clientX + (page?.left ?? 0) : x,
    clientY: typeof clientY === 'number' ? clientY + (page?.top ?? 0) : y,
  }))
}

function middleOf(element: HTMLElement) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { clientX: left + width / 2, clientY: top + height / 2 }
}
