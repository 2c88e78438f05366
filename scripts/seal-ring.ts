import { newSealKey, type SealKey } from '../cloudfunctions/shared/store/seal'

/** A ring of one new AES-256 key that seals from now on, as STORE_KEYS takes it. */
export const createSealRing = (now = Date.now()): SealKey[] => [newSealKey(now)]
