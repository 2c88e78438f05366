import { systemClock } from '../cloudfunctions/shared/runtime/clock'
import { openStore, type StoreConfig } from '../cloudfunctions/shared/store/open-store'
import type { Store } from '../cloudfunctions/shared/store/store'

// A terminal has more patience than a call, and the first operation loads the engine's SDK.
const timeoutMs = 10_000

/** The store of the functions, for a command that a person waits for. */
export const openPatientStore = (settings: StoreConfig): Store =>
  openStore(settings.engine === 'memory' ? settings : { ...settings, timeoutMs }, systemClock)
