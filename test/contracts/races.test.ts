import * as sdk from '@cloudbase/node-sdk'
import * as ioredis from 'ioredis'
import { collectionName } from '../../cloudfunctions/shared/store/cloudbase-collection'
import { createCloudbaseStore } from '../../cloudfunctions/shared/store/cloudbase-store'
import { readRedisUrl } from '../../cloudfunctions/shared/store/redis-nodes'
import { createRedisStore, type RedisStore } from '../../cloudfunctions/shared/store/redis-store'
import { sdkEnvironment } from '../../simulator/cloudbase/environment'
import { startDatabase, type RunningDatabase } from '../simulator/cloudbase/database/running'
import { describeWithRedis, startRedis, type RunningRedis } from '../support/redis'
import { describeRaces } from './races'

const timeoutMs = 10_000

describe('with the CloudBase database', () => {
  let database: RunningDatabase
  beforeAll(async () => {
    database = await startDatabase({ collections: [collectionName] })
  })
  afterAll(() => database.close())

  describeRaces('cloudbase', async () => ({
    store: createCloudbaseStore({ loadSdk: async () => sdk, clock: { now: Date.now }, timeoutMs }),
    config: { engine: 'cloudbase', timeoutMs },
    environment: sdkEnvironment(database.url, 'local'),
  }))
})

describeWithRedis('with a real Redis', () => {
  let redis: RunningRedis
  let store: RedisStore
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(async () => {
    await store.close()
    await redis.close()
  })

  describeRaces('redis', async () => {
    const nodes = readRedisUrl(redis.url)
    store = createRedisStore({ loadRedis: async () => ioredis, nodes, timeoutMs })
    return { store, config: { engine: 'redis', nodes, timeoutMs } }
  })
})
