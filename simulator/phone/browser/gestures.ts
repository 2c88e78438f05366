import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { dispatch, nodeOf } from './app-event'

/** Points that a finger may wander, and milliseconds after which a touch is a long press. */
const WANDER = 10
const LONG_PRESS_MS = 350

/** Browsers follow a touch with mouse events of their own, within this many milliseconds. */
const ECHO_MS = 800

/** Sent by the document itself, and passed on. */
const ANIMATION_EVENTS = ['transitionend', 'animationstart', 'animationiteration', 'animationend']

interface Finger {
  identifier: number
  clientX: number
  clientY: number
}

/** A finger that is down: where it began, and what may still become of it. */
interface Press {
  target: Element
  node: glassEasel.Element
  from: Finger
  isTap: boolean
  timer: ReturnType<typeof setTimeout>
}

/**
 * Makes the events of fingers, or of a mouse in their place: touchstart, touchmove, touchend,
 * touchcancel, tap, longpress and longtap; and passes on those of animations.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export function followGestures(body: HTMLElement): void {
  const presses = new Map<number, Press>()
  let touchedAt = -ECHO_MS

  const send = (press: Press, type: string, finger: Finger, all: Finger[]) => {
    const described = (one: Finger) => onPage(press.target, one)
    const changed = described(finger)
    const isTouch = type.startsWith('touch')
    return dispatch(press.node, type, isTouch ? {} : { x: changed.pageX, y: changed.pageY }, {
      touches: isTouch ? all.map(described) : [changed],
      changedTouches: [changed],
    })
  }
  const start = (target: EventTarget | null, finger: Finger, all: Finger[]) => {
    const node = nodeOf(target)
    if (node === undefined || !(target instanceof Element)) return
    const timer = setTimeout(() => {
      if (send(press, 'longpress', finger, all).heard) press.isTap = false
      send(press, 'longtap', finger, all)
    }, LONG_PRESS_MS)
    const press: Press = { target, node, from: finger, isTap: true, timer }
    presses.set(finger.identifier, press)
    send(press, 'touchstart', finger, all)
  }
  const move = (finger: Finger, all: Finger[]): boolean => {
    const press = presses.get(finger.identifier)
    if (press === undefined) return false
    const { clientX, clientY } = press.from
    if (Math.hypot(finger.clientX - clientX, finger.clientY - clientY) > WANDER) {
      press.isTap = false
      clearTimeout(press.timer)
    }
    return send(press, 'touchmove', finger, all).caught
  }
  const end = (finger: Finger, all: Finger[], type: 'touchend' | 'touchcancel') => {
    const press = presses.get(finger.identifier)
    if (press === undefined) return
    presses.delete(finger.identifier)
    clearTimeout(press.timer)
    send(press, type, finger, all)
    if (type === 'touchend' && press.isTap && !isInDisabledButton(press.target))
      send(press, 'tap', finger, [])
  }

  const onTouch = (type: string, run: (finger: Touch, all: Touch[], event: TouchEvent) => void) =>
    body.addEventListener(
      type as 'touchstart',
      (event) => {
        touchedAt = event.timeStamp
        for (const touch of event.changedTouches) run(touch, [...event.touches], event)
      },
      { capture: true, passive: false },
    )
  onTouch('touchstart', (finger, all) => start(finger.target, finger, all))
  onTouch('touchmove', (finger, all, event) => {
    // catchtouchmove is how a mini program keeps what lies below from scrolling.
    if (move(finger, all) && event.cancelable) event.preventDefault()
  })
  onTouch('touchend', (finger, all) => end(finger, all, 'touchend'))
  onTouch('touchcancel', (finger, all) => end(finger, all, 'touchcancel'))

  const onMouse = (type: string, run: (finger: Finger, event: MouseEvent) => void) =>
    body.addEventListener(
      type as 'mousedown',
      (event) => {
        if (event.button !== 0 || event.timeStamp - touchedAt < ECHO_MS) return
        const { clientX, clientY } = event
        run({ identifier: 0, clientX, clientY }, event)
      },
      { capture: true },
    )
  onMouse('mousedown', (finger, { target }) => start(target, finger, [finger]))
  onMouse('mousemove', (finger) => void move(finger, [finger]))
  onMouse('mouseup', (finger) => end(finger, [], 'touchend'))

  for (const type of ANIMATION_EVENTS)
    body.addEventListener(type, (event) => {
      const node = nodeOf(event.target)
      const { elapsedTime } = event as AnimationEvent
      if (node !== undefined) dispatch(node, type, { elapsedTime })
    })
}

/** A finger by the page's own corner, and by where the page begins that is scrolled. */
function onPage(target: Element, { identifier, clientX, clientY }: Finger) {
  const page = target.closest('section.page')
  const { left = 0, top = 0 } = page?.getBoundingClientRect() ?? {}
  const scrolled = page?.querySelector('div.page-scroller')?.scrollTop ?? 0
  const [x, y] = [clientX - left, clientY - top]
  return { identifier, clientX: x, clientY: y, pageX: x, pageY: y + scrolled }
}

/** A disabled button swallows the tap: not even what is around it hears of it. */
function isInDisabledButton(target: Element): boolean {
  return target.closest('wx-button[disabled]') !== null
}
