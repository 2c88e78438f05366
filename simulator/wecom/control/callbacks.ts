import type { Callbacks } from '../callbacks/callbacks'
import { callbackProblems, type CallbackProblem } from '../callbacks/problem'

/** GET /_sim/callbacks: the latest events that were sent, oldest first, and what is wrong with some. */
export const listCallbacks = (callbacks: Callbacks) => () => ({
  callbacks: callbacks.deliveries().map(explained),
})

/** POST /_sim/callbacks/verify {}: checks every callback URL as the console does before it saves one. */
export const checkCallbacks = (callbacks: Callbacks) => async () => ({
  receivers: (await callbacks.verify()).map(explained),
})

/** With the sentences of its problem beside it. */
const explained = <T extends { problem?: CallbackProblem }>(one: T) => ({
  ...one,
  ...(one.problem && { explanation: callbackProblems[one.problem] }),
})
