import { serveFunction } from '../shared/runtime/serve-function'
import { identity } from './define'

export const main = serveFunction('identity', identity)
