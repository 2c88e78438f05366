import { Ajv2020, type ErrorObject } from 'ajv/dist/2020'
import schema from './company.schema.json'
import type { Problem } from './problem'

const ajv = new Ajv2020({ allErrors: true, verbose: true, useDefaults: true }).addSchema(
  schema,
  'company',
)

/** What the schema forbids in `value`. Fills the schema's defaults into `value` as it goes. */
export const shapeProblems = (value: unknown): Problem[] => problemsBy('company', value, 'the file')

/** A part of a company that can be edited by itself. */
export type Piece = 'app' | 'contactCallback' | 'department' | 'member' | 'tag'

/** The same for one part of a company. */
export const pieceProblems = (piece: Piece, value: unknown): Problem[] =>
  problemsBy(`company#/$defs/${piece}`, value, `the ${piece}`)

/** `root` is what messages call the value as a whole. */
const problemsBy = (key: string, value: unknown, root: string): Problem[] => {
  const validate = ajv.getSchema(key)
  if (!validate) throw new Error(`the schema has no ${key}`)
  return validate(value) ? [] : (validate.errors ?? []).map((error) => problemOf(error, root))
}

const problemOf = (error: ErrorObject, root: string): Problem => {
  const path = pathOf(error.instancePath)
  const name = nameOf(path, root)
  const { params, keyword } = error
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty'])
    const known = Object.keys(error.parentSchema?.['properties'] ?? {}).join(', ')
    return { path: [...path, key], atKey: true, message: `"${key}" is not known here: ${known}` }
  }
  if (keyword === 'required') {
    return { path, message: `${name} lacks "${String(params['missingProperty'])}"` }
  }
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as unknown[]).map((one) => JSON.stringify(one))
    return { path, message: `${name} must be one of ${allowed.join(', ')}` }
  }
  if (keyword === 'type' && params['type'] === 'string' && typeof error.data === 'number') {
    return { path, message: `${name} must be text, not a number: put it in quotes` }
  }
  const meaning: unknown = error.parentSchema?.['description']
  const because = typeof meaning === 'string' ? ` (${meaning})` : ''
  return { path, message: `${name} ${error.message}${because}` }
}

/** RFC 6901, with indexes as numbers as the YAML document wants them. */
const pathOf = (pointer: string): Problem['path'] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))

const nameOf = (path: Problem['path'], root: string): string =>
  path.length === 0
    ? root
    : path.reduce<string>(
        (name, step) =>
          typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${step}` : step,
        '',
      )
