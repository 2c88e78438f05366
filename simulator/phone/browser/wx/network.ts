import { LINES, type Net } from '../../choices'
import { call, CallFailure } from './call'
import { createListeners } from './listeners'

/** Waits; a parameter, so that nobody who measures has to. */
export type Sleep = (ms: number) => Promise<void>

/** The network of the phone, which everything that it sends goes through. */
export type Network = ReturnType<typeof createNetwork>

/** Clients send with cronet, and this is its name for it: https://chromium.googlesource.com/chromium/src/+/main/net/base/net_error_list.h */
const DISCONNECTED = 'net::ERR_INTERNET_DISCONNECTED'

export function createNetwork(initial: Net, sleep: Sleep) {
  let line = LINES[initial]
  let connection = createConnection()
  const listeners = createListeners<{ isConnected: boolean; networkType: string }>()

  return {
    /**
     * Sends and gives the answer, as slowly as the line is; throws a CallFailure where there is none, and as
     * soon as there is none any more.
     *
     * @param bytesOf how long an answer is
     */
    async carry<Answer>(
      send: () => Promise<Answer>,
      bytesOf: (answer: Answer) => number,
    ): Promise<Answer> {
      if (line.net === 'offline') throw new CallFailure(DISCONNECTED)
      const { roundTripMs, bytesPerSecond } = line
      const { lost } = connection
      const whileConnected = <Step>(step: Promise<Step>) => Promise.race([step, lost])
      if (roundTripMs > 0) await whileConnected(sleep(roundTripMs))
      const answer = await whileConnected(send())
      const transferMs = (bytesOf(answer) / bytesPerSecond) * 1000
      if (transferMs > 0) await whileConnected(sleep(transferMs))
      return answer
    },
    /** Changes while the phone is open, as in a lift. */
    change(net: Net) {
      if (net === line.net) return
      line = LINES[net]
      const isConnected = net !== 'offline'
      if (isConnected) connection = createConnection()
      else connection.lose()
      listeners.tell({ isConnected, networkType: line.networkType })
    },
    calls: {
      getNetworkType: call('getNetworkType', () => ({ networkType: line.networkType })),
      onNetworkStatusChange: listeners.on,
      offNetworkStatusChange: listeners.off,
    },
  }
}

function createConnection() {
  let lose: () => void = () => undefined
  const lost = new Promise<never>((_resolve, reject) => {
    lose = () => reject(new CallFailure(DISCONNECTED))
  })
  // Nothing may be on its way when it is lost.
  lost.catch(() => undefined)
  return { lost, lose }
}
