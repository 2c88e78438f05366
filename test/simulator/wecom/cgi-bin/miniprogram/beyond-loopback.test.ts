import { jscode2session } from '../../../../../simulator/wecom/cgi-bin/miniprogram/jscode2session'
import { withDefaults } from '../../../../../simulator/wecom/options'
import { createWorld } from '../../../../../simulator/wecom/state/world'
import { bodyFields } from '../../../../../simulator/wecom/wire/body-fields'
import { startOfTest } from '../../running'

const exchange = (overLoopback: boolean) => {
  const clock = { now: () => startOfTest }
  const world = createWorld(withDefaults({ clock, acceptAnyCodeAs: 'lisi' }))
  const [corp] = world.corps
  const [app] = corp.apps
  if (!app) throw new Error('the seed company has an app')
  const query = new URLSearchParams({ js_code: 'unknown', grant_type: 'authorization_code' })
  const caller = { corp, app, address: '127.0.0.1', overLoopback }
  return jscode2session(world)({ query, body: bodyFields('') }, caller)
}

test('acceptAnyCodeAs ends where the listener can be reached from elsewhere', () => {
  expect(exchange(true)).toMatchObject({ userid: 'lisi' })
  expect(() => exchange(false)).toThrow('40029')
})
