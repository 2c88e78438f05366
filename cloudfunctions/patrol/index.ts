import { serveFunction } from '../shared/runtime/serve-function'
import { patrol } from './define'

export const main = serveFunction('patrol', patrol)
