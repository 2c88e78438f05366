import { jscode2session } from '../../../../../simulator/wecom/cgi-bin/miniprogram/jscode2session'
import { defaultChoices } from '../../../../../simulator/wecom/choices'
import { systemRandom } from '../../../../../simulator/wecom/state/random'
import { createWorld } from '../../../../../simulator/wecom/state/world'
import { company, startOfTest } from '../../running'

const exchange = (overLoopback: boolean) => {
  const world = createWorld({
    company: company(),
    clock: { now: () => startOfTest },
    random: systemRandom,
    choices: defaultChoices,
    acceptAnyCodeAs: 'lisi',
    tokenLifeSeconds: 7200,
    trustedIpDelaySeconds: 0,
    wrongSecretLimit: 2000,
  })
  const [corp] = world.corps
  const [app] = corp.apps
  if (!app) throw new Error('the seed company has an app')
  const query = new URLSearchParams({ js_code: 'unknown', grant_type: 'authorization_code' })
  return jscode2session(world)(query, { corp, app, address: '127.0.0.1', overLoopback })
}

test('acceptAnyCodeAs ends where the listener can be reached from elsewhere', () => {
  expect(exchange(true)).toMatchObject({ userid: 'lisi' })
  expect(() => exchange(false)).toThrow('40029')
})
