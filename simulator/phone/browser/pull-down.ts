import { element } from './dom'

/** Points to pull before the page refreshes, and how far it stays open meanwhile. */
const ENOUGH = 56
const OPEN = 50

/** Pull-down refresh: by a drag from the top of the page, or by wx.startPullDownRefresh. */
export function followPull(view: HTMLElement, scroller: HTMLElement, refresh: () => void) {
  const dots = element('div', 'pull-dots')
  for (let count = 0; count < 3; count += 1) dots.append(element('i'))
  let from: number | undefined
  let open = false

  const settle = (height: number) => {
    scroller.style.transform = height === 0 ? '' : `translateY(${height}px)`
    view.classList.toggle('refreshing', height > 0)
  }
  const start = () => {
    if (open) return
    open = true
    settle(OPEN)
    refresh()
  }
  const stop = () => {
    open = false
    settle(0)
  }
  const distance = (event: PointerEvent) => Math.max(0, event.clientY - (from ?? event.clientY)) / 2

  return {
    start,
    stop,
    enable(enabled: boolean) {
      if (!enabled) return
      view.prepend(dots)
      view.addEventListener('pointerdown', (event) => {
        from = scroller.scrollTop <= 0 && !open ? event.clientY : undefined
      })
      view.addEventListener('pointermove', (event) => {
        if (from !== undefined) settle(Math.min(distance(event), ENOUGH + 20))
      })
      for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const)
        view.addEventListener(end, (event) => {
          if (from === undefined) return
          const pulled = distance(event)
          from = undefined
          if (pulled >= ENOUGH) start()
          else settle(0)
        })
    },
  }
}
