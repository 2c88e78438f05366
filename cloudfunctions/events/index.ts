import { serveFunction } from '../shared/runtime/serve-function'
import { events } from './define'

export const main = serveFunction('events', events)
