import type { Report } from '../../test/cloudfunctions/shared/access-token/processes/orders'
import {
  summed,
  type Troop,
  type Worker,
} from '../../test/cloudfunctions/shared/access-token/processes/troop'

/** A fixed number of processes under load: who is killed is replaced. */
export interface Crew {
  /** Starts the load. */
  work(): void
  /** Ends the load and adds up what everybody tells. */
  rest(): Promise<Report>
  /** All at once, each with so many callers. */
  use(callers: number): Promise<Report>
  /** The process that holds the lease, as the store knows it. */
  holder(): Promise<Worker | undefined>
  anyone(): Worker
  /** SIGKILL, and another one in its place. */
  replace(worker: Worker): Promise<void>
}

const callers = 6
// Clocks of machines that synchronise them; scaled like everything else.
const skewMs = 200

export const startCrew = async (troop: Troop, size: number): Promise<Crew> => {
  const recruit = () => troop.start({ skewMs: Math.round((Math.random() - 0.5) * 2 * skewMs) })
  let workers = await Promise.all(Array.from({ length: size }, recruit))
  let isWorking = false

  const askAll = async (order: Parameters<Worker['ask']>[0]) =>
    summed(await Promise.all(workers.map((worker) => worker.ask(order))))

  return {
    work() {
      isWorking = true
      for (const worker of workers) worker.tell({ order: 'work', callers })
    },
    rest() {
      isWorking = false
      return askAll({ order: 'stop' })
    },
    use: (each) => askAll({ order: 'use', callers: each }),
    async holder() {
      const document = (await troop.store.read(troop.key)) as { lease?: { id: string } | null }
      const pid = Number(document?.lease?.id.split('.')[0])
      return workers.find((worker) => worker.pid === pid)
    },
    anyone: () => workers[Math.floor(Math.random() * workers.length)] as Worker,
    async replace(worker) {
      worker.kill()
      workers = workers.filter((other) => other !== worker)
      const recruited = await recruit()
      workers.push(recruited)
      if (isWorking) recruited.tell({ order: 'work', callers })
    },
  }
}
