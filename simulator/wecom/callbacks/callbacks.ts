import type { App, Corp } from '../company/company'
import type { World } from '../state/world'
import { contactChanges, contactsOf } from './contact-changes'
import { deliver, type Attempt } from './deliver'
import { enterAgentEvent, type CallbackEvent } from './event'
import type { CallbackProblem } from './problem'
import { createQueues } from './queues'
import { receiverKey, receiversOf, shownUrl, type Receiver } from './receiver'
import { subscribersOf, subscriptionChanges } from './subscribers'
import { verifyReceiver, type Verification } from './verify'

/** An event on its way or at its end, with nothing secret in it. */
export interface Delivery {
  /** Counts up from 1. */
  id: number
  /** When the event happened, epoch ms. */
  at: number
  corpId: string
  /** null: 通讯录同步, which belongs to no app. */
  agentId: number | null
  /** Without its query. */
  url: string
  /** subscribe, unsubscribe, enter_agent, or change_contact with its ChangeType. */
  event: string
  /** The userid, or the id of the department or the tag. */
  about: string
  attempts: Attempt[]
  state: 'waiting' | 'delivered' | 'failed'
  problem?: CallbackProblem
}

/** How long receivers may take; the real figures unless a test is in a hurry. */
export interface CallbackLimits {
  verifyMs: number
  eventMs: number
  /** After the first try, and only where the connection failed or the time ran out. */
  retries: number
}

export const wecomLimits: CallbackLimits = { verifyMs: 1000, eventMs: 5000, retries: 3 }

export interface Callbacks {
  /** The latest events that were sent, oldest first. */
  deliveries(): Delivery[]
  /** Forgets them; what is on its way arrives all the same, and the ids count on. */
  clear(): void
  /** Fulfilled when no event is on its way any more. */
  settled(): Promise<void>
  /** Checks every URL of these corps as the console does before it saves one. */
  verify(): Promise<(Pick<Delivery, 'corpId' | 'agentId' | 'url'> & Verification)[]>
  /** A member opened the app: enter_agent, where the app has a URL. */
  entered(corp: Corp, app: App, userId: string): void
}

const capacity = 1000

/** Tells receivers what happens to the corps of `world`, one event after the other for each URL. */
export const createCallbacks = (world: World, limits: CallbackLimits = wecomLimits): Callbacks => {
  const { clock, random, choices } = world
  const deliveries: Delivery[] = []
  const queues = createQueues()
  let count = 0

  const send = (receiver: Receiver, event: CallbackEvent): void => {
    const at = clock.now()
    count += 1
    const delivery: Delivery = {
      id: count,
      at,
      ...shown(receiver),
      event: event.type,
      about: event.about,
      attempts: [],
      state: 'waiting',
    }
    deliveries.push(delivery)
    if (deliveries.length > capacity) deliveries.shift()
    queues.add(receiverKey(receiver), async () => {
      const { attempts, problem } = await deliver(event.xml(receiver.corpId, at), receiver, {
        clock,
        random,
        choices,
        limitMs: limits.eventMs,
        retries: limits.retries,
      })
      Object.assign(delivery, { attempts, state: problem ? 'failed' : 'delivered' })
      if (problem) delivery.problem = problem
    })
  }

  world.changes.watch((corp) => {
    const before = new Map(
      receiversOf(corp).map((receiver) => [receiverKey(receiver), watchFor(corp, receiver)]),
    )
    if (before.size === 0) return
    // A URL that is new with this very change has nothing to compare with, and hears nothing.
    return () => {
      for (const receiver of receiversOf(corp)) {
        for (const event of before.get(receiverKey(receiver))?.() ?? []) send(receiver, event)
      }
    }
  })

  return {
    deliveries: () => structuredClone(deliveries),
    clear: () => void deliveries.splice(0),
    settled: queues.settled,
    verify: () =>
      Promise.all(
        world.corps.flatMap(receiversOf).map(async (receiver) => ({
          ...shown(receiver),
          ...(await verifyReceiver(receiver, { clock, random, limitMs: limits.verifyMs })),
        })),
      ),
    entered: (corp, { agentId, callback }, userId) => {
      if (!callback) return
      send({ corpId: corp.corpId, agentId, callback }, enterAgentEvent(userId, agentId))
    },
  }
}

const shown = (receiver: Receiver): Pick<Delivery, 'corpId' | 'agentId' | 'url'> => ({
  corpId: receiver.corpId,
  agentId: receiver.agentId ?? null,
  url: shownUrl(receiver),
})

/** Remembers how things stand; what it gives, called later, tells what has happened since. */
const watchFor = (corp: Corp, { agentId }: Receiver): (() => CallbackEvent[]) => {
  if (agentId === undefined) {
    const before = contactsOf(corp)
    return () =>
      contactChanges(before, contactsOf(corp), corp.contactCallback?.profile ?? 'ids-only')
  }
  const subscribers = () => {
    const app = corp.apps.find((one) => one.agentId === agentId)
    return app ? subscribersOf(corp, app) : new Set<string>()
  }
  const before = subscribers()
  return () => subscriptionChanges(before, subscribers(), agentId)
}
