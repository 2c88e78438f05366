// Prints a fresh ring of keys: npm run -s keys for SESSION_KEYS, npm run -s keys -- --store for STORE_KEYS.
import { parseArgs } from 'node:util'
import { createKeyRing } from './key-ring'
import { createSealRing } from './seal-ring'

const { values } = parseArgs({ options: { store: { type: 'boolean', default: false } } })

console.log(JSON.stringify(values.store ? createSealRing() : createKeyRing()))
