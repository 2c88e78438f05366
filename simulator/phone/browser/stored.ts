import type { PhoneSetup } from '../setup'

/** What the phone keeps in the browser, by the beginning of its keys: for the mini program, and of WeChat's own. */
const PREFIXES = { storage: 'phone:', privacy: 'phone-privacy:' }

/** One person's, in one company, in one mini program; its storage also in one of the two clients. */
export function placeOf(kind: keyof typeof PREFIXES, setup: PhoneSetup): string {
  const { appId, corp, ownCorpId, as, host } = setup
  const whose = [appId, corp || ownCorpId, as, ...(kind === 'storage' ? [host] : [])]
  return `${PREFIXES[kind]}${JSON.stringify(whose)}:`
}

/** Forgets all of it, of everybody, as when the mini program is deleted from the list of recent ones. */
export function forgetAll(storage: Storage): void {
  for (const key of Object.keys(storage))
    if (Object.values(PREFIXES).some((prefix) => key.startsWith(prefix))) storage.removeItem(key)
}
