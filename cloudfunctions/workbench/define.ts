import { openGate } from '../shared/backend/gate'
import { openStorage } from '../shared/backend/storage'
import { configured } from '../shared/runtime/serve-function'
import { actionsForEmployees, withEmployee } from '../shared/session/with-employee'
import { visibleTo } from './content'
import { builtInContent, contentKey, storedContent } from './content-source'

/**
 * 工作台: entries and notices, each for its audience. What is not for the caller never leaves the server.
 *
 * @param builtIn What content.yaml says; with WORKBENCH=store it does not count.
 */
export const workbench = (builtIn: unknown) =>
  configured(['app', 'store', 'verifying', 'workbench'], (runtime) => {
    const { config, clock } = runtime
    const storage = openStorage(runtime)
    const source =
      config.workbench === 'store'
        ? storedContent(storage.store, contentKey(storage.keyPrefix), clock)
        : builtInContent(builtIn)

    return actionsForEmployees(openGate(runtime, storage), {
      content: withEmployee(async ({ userId }, { standing }) =>
        visibleTo(await source.current(), { userId, standing }, clock.now()),
      ),
    })
  })
