/** What the phone tells the page around it, and nothing more: no codes, tokens or bodies. */
export interface PhoneReport {
  kind: 'phone'
  /** The same for the beginning and the end of one call. */
  id: number
  /** Epoch milliseconds of the beginning. */
  at: number
  /** For example `wx.qy.login`. */
  name: string
  /** Method and path of a request without its query, or the name of a cloud function. */
  target: string
  /** Milliseconds; absent while it runs. */
  ms?: number
  /** Absent while it runs. */
  outcome?: string
}

export type Send = (report: PhoneReport) => void

/** Sends to the page that frames the phone, when that is one of ours. */
export function sendToParent(window: Window): Send {
  return (report) => {
    if (window.parent !== window) window.parent.postMessage(report, window.location.origin)
  }
}

/** Gives a function that reports a call's beginning and, once, its end. */
export function reporter(send: Send, now: () => number) {
  let last = 0
  return (name: string, target = '') => {
    const id = (last += 1)
    const at = now()
    send({ kind: 'phone', id, at, name, target })
    return (outcome: string) =>
      send({ kind: 'phone', id, at, name, target, ms: now() - at, outcome })
  }
}

export type BeginReport = ReturnType<typeof reporter>
