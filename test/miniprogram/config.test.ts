import { configFor } from '../../miniprogram/config'
import type { EnvVersion } from '../../miniprogram/config'

const build = (envVersion?: EnvVersion) => ({
  getAccountInfoSync: () => ({ miniProgram: envVersion ? { envVersion } : {} }),
})

describe('the configuration', () => {
  test('of a development build is this machine', () => {
    expect(configFor(build('develop'))).toEqual({
      apiBase: 'http://127.0.0.1:8787',
      cloudEnvId: 'local',
    })
  })

  test.each(['trial', 'release'] as const)('of a %s build is reached by HTTPS only', (version) => {
    expect(configFor(build(version)).apiBase).toMatch(/^https:\/\/[^/]+$/)
  })

  test('of a client that cannot name its build is the release', () => {
    expect(configFor({})).toEqual(configFor(build('release')))
    expect(configFor(build())).toEqual(configFor(build('release')))
    expect(configFor(build('nightly' as EnvVersion))).toEqual(configFor(build('release')))
  })
})
