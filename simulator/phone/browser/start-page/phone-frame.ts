import { deviceOf, isDesktop, USUAL_DEVICE } from '../../choices'
import { element } from '../dom'
import type { LiveChange } from '../live-change'

/** Thickness of the drawn case, on each side. */
const CASE = 12

/** A phone's case around the frame, as large as its surroundings allow. */
export function createPhoneFrame() {
  const stage = element('div', 'stage')
  const shape = element('div', 'phone-case')
  const frame = element('iframe')
  frame.title = 'phone'
  shape.append(frame)
  stage.append(shape)
  let device = USUAL_DEVICE
  const fit = () => {
    const { clientWidth, clientHeight } = stage
    const across = clientWidth / (device.width + 2 * CASE)
    const down = clientHeight / (device.height + 2 * CASE)
    shape.style.setProperty('--scale', String(Math.min(1, across, down)))
  }
  new ResizeObserver(fit).observe(stage)
  return {
    stage,
    frame,
    /** Takes the size and the shape of a device. */
    become(width: number) {
      device = deviceOf(width)
      frame.width = String(device.width)
      frame.height = String(device.height)
      shape.classList.toggle('with-corners', device.homeHeight === 0 && !isDesktop(device))
      shape.classList.toggle('desktop', isDesktop(device))
      fit()
    },
    /** Changes something while the phone is open. */
    tell: (change: LiveChange) => frame.contentWindow?.postMessage(change, location.origin),
    /** Opens an address; the same one again opens it anew. */
    open(address: string) {
      // Going through replace keeps the browser's Back button on the start page.
      if (frame.contentWindow === null || !frame.isConnected) frame.src = address
      else frame.contentWindow.location.replace(address)
    },
  }
}
