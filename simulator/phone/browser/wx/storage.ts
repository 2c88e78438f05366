import { call, CallFailure, type Options } from './call'

/** 10 MB is what a phone gives each mini program. */
const LIMIT_KB = 10 * 1024

/**
 * wx's storage, kept in the browser's under `prefix`: one person, in one company, in one app, on
 * one phone.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/storage.html
 */
export function storageCalls(storage: Storage, prefix: string) {
  const place = (key: unknown) => prefix + String(key)
  const keys = () =>
    Object.keys(storage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  const read = (key: unknown) => {
    const stored = storage.getItem(place(key))
    return stored === null ? undefined : (JSON.parse(stored) as { data: unknown })
  }
  const write = (key: unknown, data: unknown) =>
    storage.setItem(place(key), JSON.stringify({ data: data === undefined ? '' : data }))
  const remove = (key: unknown) => storage.removeItem(place(key))
  const clear = () => keys().forEach(remove)
  const describe = () => ({
    keys: keys(),
    currentSize: Math.ceil(
      keys().reduce((sum, key) => sum + (storage.getItem(place(key))?.length ?? 0), 0) / 1024,
    ),
    limitSize: LIMIT_KB,
  })
  return {
    getStorageSync: (key: string) => {
      const stored = read(key)
      return stored === undefined ? '' : stored.data
    },
    setStorageSync: write,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: describe,
    getStorage: call('getStorage', ({ key }: Options) => {
      const stored = read(key)
      if (stored === undefined) throw new CallFailure('data not found')
      return { data: stored.data }
    }),
    setStorage: call('setStorage', ({ key, data }: Options) => write(key, data)),
    removeStorage: call('removeStorage', ({ key }: Options) => remove(key)),
    clearStorage: call('clearStorage', clear),
    getStorageInfo: call('getStorageInfo', describe),
  }
}
