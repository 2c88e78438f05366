/** Milliseconds without movement after which a wheel stands. */
const STILL_MS = 100

/**
 * Makes a column of equally high items a wheel that stops at one of them, by scrolling or by a tap.
 *
 * @param itemHeight points, asked anew each time
 * @param settled hears of every item that the person stops at, once
 */
export function createWheel(
  column: HTMLElement,
  itemHeight: () => number,
  settled: (index: number) => void,
) {
  let standing = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopAt = (index: number) => {
    if (index === standing) return
    standing = index
    settled(index)
  }
  column.addEventListener(
    'scroll',
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        // One that was taken away meanwhile stands at 0, which nobody chose.
        if (column.isConnected) stopAt(Math.round(column.scrollTop / itemHeight()))
      }, STILL_MS)
    },
    { passive: true },
  )
  column.addEventListener('click', ({ target }) => {
    const index = [...column.children].findIndex(
      (item) => target instanceof Node && item.contains(target),
    )
    if (index === -1) return
    column.scrollTo({ top: index * itemHeight(), behavior: 'smooth' })
    clearTimeout(timer)
    stopAt(index)
  })
  return {
    /** Turns it without telling anybody. */
    turnTo(index: number) {
      standing = index
      column.scrollTo({ top: index * itemHeight(), behavior: 'instant' })
    },
    standing: () => standing,
  }
}
