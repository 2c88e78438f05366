import type { Net } from '../choices'
import type { Theme } from '../setup'

/** What the page around the phone may change while the phone is open. */
export interface LiveChange {
  kind: 'live-change'
  net: Net
  theme: Theme
}

/** Hears of changes from the page that frames the phone, when that is one of ours. */
export function followLiveChanges(window: Window, hear: (change: LiveChange) => void): void {
  window.addEventListener('message', ({ origin, source, data }) => {
    if (window.parent === window || source !== window.parent) return
    if (origin === window.location.origin && isLiveChange(data)) hear(data)
  })
}

function isLiveChange(data: unknown): data is LiveChange {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'live-change'
}
