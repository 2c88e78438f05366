import { serveFunction } from '../shared/runtime/serve-function'
import content from './content.yaml'
import { workbench } from './define'

export const main = serveFunction('workbench', workbench(content))
