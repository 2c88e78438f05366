import type { Runtime } from '../runtime/serve-function'
import { createImpatientStore } from '../store/impatient-store'
import type { Store } from '../store/store'

/** What the instances share, for one app. */
export interface Storage {
  /** Lets no call wait for it. */
  store: Store
  /** The same without that haste, for work that has limits of its own. */
  patient: Store
  /** Begins every key of this app: each corp and app sees another part of the world. */
  keyPrefix: string
}

/** Ms from any beginning; never goes back. */
export const monotonic = (): number => performance.now()

export const openStorage = ({
  config,
  openStore,
  remainingMs,
}: Runtime<'app' | 'store'>): Storage => {
  const patient = openStore(config.store)
  return {
    patient,
    store: createImpatientStore(patient, { remainingMs, monotonic }),
    keyPrefix: `${config.app.corpId}:${config.app.agentId}`,
  }
}
