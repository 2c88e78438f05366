import { setTimeout as sleep } from 'node:timers/promises'
import { callBudgetMs } from '../runtime/serve'
import type { Runtime } from '../runtime/serve-function'
import { createSingleUse, type SingleUse } from '../single-use/single-use'
import { createSeal } from '../store/seal'
import { monotonic, type Storage } from './storage'

/** For the functions that exchange codes. */
export const openSingleUse = (
  { config, clock, remainingMs }: Runtime<'seal'>,
  { store, keyPrefix }: Storage,
): SingleUse =>
  createSingleUse({
    store,
    seal: createSeal(config.seal, clock),
    keyPrefix,
    budgetMs: callBudgetMs,
    remainingMs,
    monotonic,
    sleep: (ms) => sleep(ms),
  })
