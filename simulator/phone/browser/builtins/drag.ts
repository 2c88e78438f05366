/** Points after which a press on something is a drag of it. */
const SLACK = 5

export interface DragParts {
  /** 'x' or 'y': the other direction stays with whatever scrolls. */
  axis(): 'x' | 'y'
  start(): void
  /** Points from where the drag began. */
  move(distance: number): void
  end(distance: number): void
}

/** Follows a finger, or a mouse, that drags something in one direction. */
export function followDrag(element: HTMLElement, { axis, start, move, end }: DragParts): void {
  let from: number | undefined
  let dragging = false
  const place = (event: PointerEvent) => (axis() === 'x' ? event.clientX : event.clientY)
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    from = place(event)
    dragging = false
  })
  element.addEventListener('pointermove', (event) => {
    if (from === undefined) return
    const distance = place(event) - from
    if (!dragging && Math.abs(distance) < SLACK) return
    if (!dragging) {
      dragging = true
      element.setPointerCapture(event.pointerId)
      start()
    }
    // What is around it, another swiper or the pull-down, stays where it is.
    event.stopPropagation()
    move(distance)
  })
  for (const type of ['pointerup', 'pointercancel'] as const)
    element.addEventListener(type, (event) => {
      if (from !== undefined && dragging) end(place(event) - from)
      from = undefined
      dragging = false
    })
}
