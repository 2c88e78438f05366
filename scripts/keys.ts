// Prints a fresh ring of session keys, as SESSION_KEYS takes it: npm run -s keys
import { createKeyRing } from './key-ring'

console.log(JSON.stringify(createKeyRing()))
