import { glassEasel } from 'glass-easel-miniprogram-adapter'

type GeneralEvent = glassEasel.Event<unknown>

/** A component, or the adapter's `this` in its place. */
type Target = glassEasel.Element | { _$: glassEasel.Element }

/** Events that at least one handler has heard. */
const heard = new WeakSet<GeneralEvent>()

/**
 * Gives handlers the event object of a mini program instead of glass-easel's, which leads to the
 * document: `target` is a description of what was touched.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export function describeEventsAsWechat(): void {
  const prototype = glassEasel.Event.prototype as unknown as {
    wrapShadowedEvent(target: Target, mark: unknown, currentTarget: Target): unknown
  }
  prototype.wrapShadowedEvent = function (this: GeneralEvent, target, mark, currentTarget) {
    heard.add(this)
    // What glass-easel calls on it when the handler is done; a loop over the event finds none of it.
    const control = Object.defineProperties({}, controls(this))
    return Object.assign(Object.create(control) as object, {
      type: this.type,
      timeStamp: this.timeStamp,
      target: described(target),
      currentTarget: described(currentTarget),
      mark,
      detail: this.detail,
      ...this.extraFields,
    })
  }
}

/**
 * Sends an event to a node. Says whether any handler heard it, and whether one was a `catch…`.
 */
export function dispatch(
  target: glassEasel.Element,
  type: string,
  detail: unknown,
  extraFields: Record<string, unknown> = {},
): { heard: boolean; caught: boolean } {
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
  })
  glassEasel.Event.dispatchEvent(target, event)
  return { heard: heard.has(event), caught: event.defaultPrevented() }
}

/** The node of the mini program that an element of the document belongs to. */
export function nodeOf(shown: EventTarget | null): glassEasel.Element | undefined {
  for (let at = shown instanceof Node ? shown : null; at !== null; at = at.parentNode) {
    const node = (at as { __wxElement?: glassEasel.Element }).__wxElement
    if (node !== undefined) return node
  }
  return undefined
}

function controls(event: GeneralEvent): PropertyDescriptorMap {
  const names = ['stopPropagation', 'preventDefault', 'markMutated'] as const
  return Object.fromEntries(names.map((name) => [name, { value: () => event[name]() }]))
}

function described(target: Target) {
  const element = '_$' in target ? target._$ : target
  const shown = (element as { $$?: unknown }).$$
  const [offsetLeft, offsetTop] =
    shown instanceof HTMLElement ? [shown.offsetLeft, shown.offsetTop] : [0, 0]
  return { id: element.id, offsetLeft, offsetTop, dataset: { ...element.dataset } }
}
