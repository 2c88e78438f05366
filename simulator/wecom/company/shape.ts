import { Ajv2020, type ErrorObject } from 'ajv/dist/2020'
import schema from './company.schema.json'
import type { Problem } from './problem'

const validate = new Ajv2020({ allErrors: true, verbose: true, useDefaults: true }).compile(schema)

/** What the schema forbids in `value`. Fills the schema's defaults into `value` as it goes. */
export const shapeProblems = (value: unknown): Problem[] =>
  validate(value) ? [] : (validate.errors ?? []).map(problemOf)

const problemOf = (error: ErrorObject): Problem => {
  const path = pathOf(error.instancePath)
  const { params, keyword } = error
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty'])
    const known = Object.keys(error.parentSchema?.['properties'] ?? {}).join(', ')
    return { path: [...path, key], atKey: true, message: `"${key}" is not known here: ${known}` }
  }
  if (keyword === 'required') {
    return { path, message: `${nameOf(path)} lacks "${String(params['missingProperty'])}"` }
  }
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as unknown[]).map((one) => JSON.stringify(one))
    return { path, message: `${nameOf(path)} must be one of ${allowed.join(', ')}` }
  }
  if (keyword === 'type' && params['type'] === 'string' && typeof error.data === 'number') {
    return { path, message: `${nameOf(path)} must be text, not a number: put it in quotes` }
  }
  const meaning: unknown = error.parentSchema?.['description']
  const because = typeof meaning === 'string' ? ` (${meaning})` : ''
  return { path, message: `${nameOf(path)} ${error.message}${because}` }
}

/** RFC 6901, with indexes as numbers as the YAML document wants them. */
const pathOf = (pointer: string): Problem['path'] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))

const nameOf = (path: Problem['path']): string =>
  path.length === 0
    ? 'the file'
    : path.reduce<string>(
        (name, step) =>
          typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${step}` : step,
        '',
      )
