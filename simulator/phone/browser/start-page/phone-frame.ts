import { element } from '../dom'

const WIDTH = 390
const HEIGHT = 844
/** Thickness of the drawn case, on each side. */
const CASE = 12

/** A phone's case around the frame, as large as its surroundings allow. */
export function createPhoneFrame() {
  const stage = element('div', 'stage')
  const shape = element('div', 'phone-case')
  const frame = element('iframe')
  frame.title = 'phone'
  frame.width = String(WIDTH)
  frame.height = String(HEIGHT)
  shape.append(frame)
  stage.append(shape)
  new ResizeObserver(([entry]) => {
    if (entry === undefined) return
    const { width, height } = entry.contentRect
    const scale = Math.min(1, width / (WIDTH + 2 * CASE), height / (HEIGHT + 2 * CASE))
    shape.style.setProperty('--scale', String(scale))
  }).observe(stage)
  return {
    stage,
    frame,
    /** Opens an address; the same one again opens it anew. */
    open(address: string) {
      // Going through replace keeps the browser's Back button on the start page.
      if (frame.contentWindow === null || !frame.isConnected) frame.src = address
      else frame.contentWindow.location.replace(address)
    },
  }
}
