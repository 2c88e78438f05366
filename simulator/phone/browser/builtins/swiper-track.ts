import type { BuiltinNode } from './define'

export type Track = ReturnType<typeof createTrack>

/**
 * The row of a swiper's items, and where it stands: 1.5 is between the second and the third. A
 * circular row has no ends.
 */
export function createTrack(node: BuiltinNode, redraw: () => void) {
  let position = 0
  let heldAt = 0
  let frame = 0

  const items = () =>
    [...node.element.children].filter(
      (child): child is HTMLElement => child.localName === 'wx-swiper-item',
    )
  const together = () => Math.max(1, node.number('displayMultipleItems'))
  const isCircular = () => node.flag('circular') && items().length > together()
  const last = () => Math.max(0, items().length - together())
  const modulo = (value: number) => {
    const { length } = items()
    return length === 0 ? 0 : ((value % length) + length) % length
  }
  /** How far an item is from the one that is shown: on a circle, the shorter way round. */
  const offset = (index: number, from: number) => {
    if (!isCircular()) return index - from
    const half = items().length / 2
    return modulo(index - from + half) - half
  }
  const size = () => {
    const { clientWidth, clientHeight } = node.element
    const margins =
      Number.parseFloat(node.text('previousMargin')) + Number.parseFloat(node.text('nextMargin'))
    const whole = node.flag('vertical') ? clientHeight : clientWidth
    return Math.max(1, (whole - (margins || 0)) / together())
  }
  const place = () => {
    const margin = Number.parseFloat(node.text('previousMargin')) || 0
    items().forEach((item, index) => {
      const shift = margin + offset(index, position) * size()
      const [width, height] = node.flag('vertical') ? ['100%', size()] : [size(), '100%']
      item.style.width = typeof width === 'number' ? `${width}px` : width
      item.style.height = typeof height === 'number' ? `${height}px` : height
      item.style.transform = `translate${node.flag('vertical') ? 'Y' : 'X'}(${shift}px)`
    })
  }
  const moveTo = (next: number) => {
    const moved = (next - position) * size()
    position = next
    place()
    const [dx, dy] = node.flag('vertical') ? [0, moved] : [moved, 0]
    node.trigger('transition', { dx, dy })
  }
  // The row has no size while its page is hidden.
  new ResizeObserver(redraw).observe(node.element)

  return {
    items,
    place,
    size,
    /** The item some steps on; past an end it stays there, or begins again. */
    after(index: number, steps: number, again: boolean): number {
      if (isCircular()) return modulo(index + steps)
      if (again && index + steps > last()) return 0
      return Math.min(last(), Math.max(0, index + steps))
    },
    jumpTo(index: number) {
      position = index
      place()
    },
    hold() {
      cancelAnimationFrame(frame)
      heldAt = position
    },
    drag(distance: number) {
      const next = heldAt - distance / size()
      moveTo(isCircular() ? next : Math.min(last(), Math.max(0, next)))
    },
    /** Moves there within `duration` milliseconds. */
    glideTo(index: number, duration: number, done: () => void) {
      cancelAnimationFrame(frame)
      const from = position
      const short = offset(index, from)
      // Half round is as far either way: forward, as the eye expects.
      const way = short === -items().length / 2 ? -short : short
      const startedAt = performance.now()
      const step = (now: number) => {
        const part = duration <= 0 ? 1 : Math.min(1, Math.max(0, now - startedAt) / duration)
        moveTo(from + way * (1 - (1 - part) ** 3))
        if (part < 1) frame = requestAnimationFrame(step)
        else {
          position = isCircular() ? modulo(index) : index
          done()
        }
      }
      frame = requestAnimationFrame(step)
    },
  }
}
