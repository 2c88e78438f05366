import { openStore, type StoreConfig } from '../../../../cloudfunctions/shared/store/open-store'

/** Warm instances keep it, as the functions do. */
let store: ReturnType<typeof openStore> | undefined

/**
 * The entry of a function for tests: does every operation of a store once and answers what each gave.
 * What it is bundled from is what the deployed functions are bundled from.
 */
export const main = async (event: { config?: StoreConfig; key?: string }): Promise<unknown> => {
  const { config, key = '' } = event
  if (!config) return 'no store was opened'
  store ??= openStore(config, { now: Date.now })
  const minute = 60_000
  const inserted = await store.insert(key, { a: '张三' }, minute)
  const read = await store.get(key)
  const isSet = await store.cas(key, read?.rev ?? 0, { a: 2 }, minute)
  const isSetAgain = await store.cas(key, read?.rev ?? 0, { a: 3 }, minute)
  await store.put(`${key}:beside`, 'put', minute)
  const keys = await store.scan(key, 10)
  await store.del(key)
  return { inserted, read: read?.value, isSet, isSetAgain, keys, after: await store.get(key) }
}
