import { serveFunction } from '../shared/runtime/serve-function'
import { web } from './define'

export const main = serveFunction('web', web)
