import { LINES, type Net } from '../../../../simulator/phone/choices'
import { createNetwork } from '../../../../simulator/phone/browser/wx/network'

/** A network whose waits are written down and end at once. */
const measured = (net: Net) => {
  const waits: number[] = []
  const network = createNetwork(net, async (ms) => void waits.push(ms))
  return { waits, network }
}
const never = () => new Promise<never>(() => undefined)
const bytes = (count: number) => () => count

test.each([
  ['wifi', []],
  ['3g', [300, 1000]],
  ['2g', [800, 5714]],
] as const)('%s: a round trip, and then as long as the answer is', async (net, expected) => {
  const { waits, network } = measured(net)
  expect(await network.carry(async () => 'answer', bytes(LINES['3g'].bytesPerSecond))).toBe(
    'answer',
  )
  expect(waits.map(Math.round)).toEqual(expected)
})

test('an empty answer waits for nothing but the round trip', async () => {
  const { waits, network } = measured('2g')
  await network.carry(async () => '', bytes(0))
  expect(waits).toEqual([800])
})

test('without a network nothing is sent', async () => {
  const { network } = measured('offline')
  const send = jest.fn(never)
  await expect(network.carry(send, bytes(0))).rejects.toThrow('net::ERR_INTERNET_DISCONNECTED')
  expect(send).not.toHaveBeenCalled()
})

test('what waits for the line is never sent when the network goes', async () => {
  const network = createNetwork('2g', never)
  const send = jest.fn(never)
  const sent = network.carry(send, bytes(0))
  network.change('offline')
  await expect(sent).rejects.toThrow('net::ERR_INTERNET_DISCONNECTED')
  expect(send).not.toHaveBeenCalled()
})

test('an answer on its way is lost with the network, and the next one comes when it is back', async () => {
  const network = createNetwork('wifi', never)
  const lost = network.carry(never, bytes(0))
  network.change('offline')
  network.change('wifi')
  await expect(lost).rejects.toThrow('net::ERR_INTERNET_DISCONNECTED')
  expect(await network.carry(async () => 'here', bytes(9))).toBe('here')
})
