import { serveFunction } from '../shared/runtime/serve-function'
import { defineIdentity } from './define'

export const main = serveFunction('identity', defineIdentity)
