import { AsyncLocalStorage } from 'node:async_hooks'

// The suites run one after the other in one process, each with modules of its own. A storage that one
// of them used would slow down every promise of those that follow, because Node asks it about each.
const used = new Set<AsyncLocalStorage<unknown>>()
const { run } = AsyncLocalStorage.prototype

AsyncLocalStorage.prototype.run = function (this: AsyncLocalStorage<unknown>, ...given: unknown[]) {
  used.add(this)
  return Reflect.apply(run, this, given) as never
}

afterAll(() => {
  AsyncLocalStorage.prototype.run = run
  for (const storage of used) storage.disable()
})
