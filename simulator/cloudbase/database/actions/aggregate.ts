import { aggregate } from 'mingo'
import { readEjson, writeEjson, type Document } from '../ejson'
import { invalidRequest } from '../errors'
import { collectionOf, type Action } from '../request'

/** database.aggregateDocuments `{ stages: [{ stageKey: '$match', stageValue: ejson }] }`. */
export const aggregateDocuments: Action = ({ documents }, request) => {
  const { stages } = request
  if (!Array.isArray(stages)) throw invalidRequest('stages')
  const list = aggregate(documents.all(collectionOf(request)), stages.map(readStage), {
    collectionResolver: (name) => documents.all(name),
  })
  return { data: { list: list.map(writeEjson) } }
}

const readStage = (stage: unknown): Document => {
  const { stageKey, stageValue } = stage as Record<string, unknown>
  if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw invalidRequest('stages')
  // A stage may be a bare value, as in $limit and $count: wrapped, it is read like all else.
  return readEjson(`{${JSON.stringify(stageKey)}:${stageValue}}`)
}
