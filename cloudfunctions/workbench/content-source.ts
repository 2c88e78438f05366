import type { Problem } from '../shared/directory/read-audience'
import { ConfigError } from '../shared/runtime/config-error'
import type { Clock } from '../shared/runtime/clock'
import type { Store } from '../shared/store/store'
import { StoreError } from '../shared/store/store-error'
import type { Content } from './content'
import { readContent } from './read-content'

/** Where the content comes from. */
export interface ContentSource {
  /** @throws ConfigError, or StoreError when the store is away and nothing was ever read */
  current(): Promise<Content>
}

/** Under it lies, with WORKBENCH=store, what `npm run workbench` wrote. */
export const contentKey = (keyPrefix: string): string => `${keyPrefix}:workbench`

// New content is shown this late, without a deployment.
const lookAgainMs = 30_000

/** What was built into the function. @throws ConfigError */
export const builtInContent = (value: unknown): ContentSource => {
  const content = checked(value)
  return { current: async () => content }
}

/** What lies in the store. With the store away, or broken content in it, the last one counts on. */
export const storedContent = (store: Store, key: string, clock: Clock): ContentSource => {
  let last: Content | undefined
  let readAt = -Infinity

  return {
    async current() {
      if (last && clock.now() - readAt < lookAgainMs) return last
      try {
        const stored = await store.get(key)
        if (!stored)
          throw new ConfigError(['WORKBENCH=store, but nothing lies there: npm run workbench'])
        last = checked(stored.value)
      } catch (error) {
        const isPassing = error instanceof StoreError || error instanceof ConfigError
        if (!last || !isPassing) throw error
      }
      readAt = clock.now()
      return last
    },
  }
}

const checked = (value: unknown): Content => {
  const problems: Problem[] = []
  const content = readContent(value, problems)
  if (problems.length === 0) return content
  throw new ConfigError(
    problems.map(({ path, message }) => `workbench ${path.join('.')} ${message}`),
  )
}
