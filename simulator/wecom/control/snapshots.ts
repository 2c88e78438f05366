import type { Snapshots } from '../snapshots'
import { ControlError, type ControlCall } from './endpoint'
import { json, type Route } from './route'

/** Snapshots of company, clock and faults: taken, restored, deleted; and the way back to the start. */
export const snapshotRoutes = (snapshots: Snapshots, reset: () => void): Route[] => [
  json('GET', '/_sim/snapshots', () => ({ snapshots: snapshots.list() })),
  json('PUT', '/_sim/snapshots/:name', (call) => ({ snapshot: snapshots.take(nameOf(call)) })),
  json('POST', '/_sim/snapshots/:name/restore', (call) => {
    if (!snapshots.restore(nameOf(call))) throw noSuch(call)
    return { restored: nameOf(call) }
  }),
  json('DELETE', '/_sim/snapshots/:name', (call) => {
    if (!snapshots.remove(nameOf(call))) throw noSuch(call)
    return { deleted: nameOf(call) }
  }),
  json('POST', '/_sim/reset', () => {
    reset()
    return { reset: true }
  }),
]

const nameOf = ({ params }: ControlCall): string => {
  const name = params['name']?.trim() ?? ''
  if (name === '' || name.length > 64) {
    throw new ControlError(400, 'a snapshot has a name of 1 to 64 characters')
  }
  return name
}

const noSuch = (call: ControlCall) =>
  new ControlError(404, `there is no snapshot "${nameOf(call)}"`)
