import type { Edits } from '../edits/edits'
import { corpOf } from '../edits/find'
import type { NewTag } from '../edits/tags'
import type { World } from '../state/world'
import { corpIdOf, fieldsOf, idOf, jsonOf } from './endpoint'
import { json, type Route } from './route'

/** The tags (标签) of a corp: listed, made, edited with their members and departments, deleted. */
export const tagRoutes = ({ corps }: Pick<World, 'corps'>, edits: Edits): Route[] => [
  json('GET', '/_sim/tags', (call) => ({ tags: corpOf(corps, corpIdOf(call)).tags })),
  json('POST', '/_sim/tags', (call) => ({
    tag: edits.addTag(fieldsOf(jsonOf(call)) as unknown as NewTag, corpIdOf(call)),
  })),
  json('PATCH', '/_sim/tags/:id', (call) => ({
    tag: edits.editTag(idOf(call, 'id'), fieldsOf(jsonOf(call)), corpIdOf(call)),
  })),
  json('DELETE', '/_sim/tags/:id', (call) => {
    edits.removeTag(idOf(call, 'id'), corpIdOf(call))
    return { deleted: idOf(call, 'id') }
  }),
]
