import { createCloudbase, type Cloudbase } from '../../../../simulator/cloudbase/cloudbase'
import type { DatabaseOptions } from '../../../../simulator/cloudbase/database/database'
import { sdkEnvironment } from '../../../../simulator/cloudbase/environment'
import cloud from 'wx-server-sdk'
import { createFunctionFolder } from '../../../support/function-folder'

export interface RunningDatabase {
  url: string
  cloudbase: Cloudbase
  close(): Promise<void>
}

const echo = `exports.main = async (event) => ({ echoed: event })`

/**
 * A CloudBase on a free port with one function, `echo`; this process's own variables lead the
 * unmodified SDKs there.
 */
export const startDatabase = async (database: DatabaseOptions = {}): Promise<RunningDatabase> => {
  const folder = createFunctionFolder({ echo })
  const cloudbase = createCloudbase({
    functionsRoot: folder.root,
    functions: { echo: { environment: {} } },
    routes: {},
    database,
  })
  const { url, close } = await cloudbase.listen()
  const before = { ...process.env }
  Object.assign(process.env, sdkEnvironment(url, 'local'))
  return {
    url,
    cloudbase,
    async close() {
      process.env = before
      await close()
      folder.remove()
    },
  }
}

/** Its own types take no symbol for an environment, which its own documents tell everybody to give. */
export const initWxServerSdk = (): void =>
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as unknown as { env: string })
