import type { FaultKind, FaultRule } from '../faults/rule'
import type { Faults } from '../faults/faults'
import { ControlError, fieldsOf, idOf } from './endpoint'
import { json, posted, type Route } from './route'

/** The faults that stand (see FaultRule): listed, added, taken away one by one or all. */
export const faultRoutes = (faults: Faults): Route[] => [
  json('GET', '/_sim/faults', () => ({ faults: faults.list() })),
  posted('/_sim/faults', (body) => {
    faults.add(readRule(fieldsOf(body)))
    return { faults: faults.list() }
  }),
  json('DELETE', '/_sim/faults/:id', (call) => {
    if (!faults.remove(idOf(call, 'id'))) throw new ControlError(404, 'there is no such fault')
    return { faults: faults.list() }
  }),
  json('DELETE', '/_sim/faults', () => {
    faults.clear()
    return { faults: [] }
  }),
]

type Fields = Record<string, unknown>

const readRule = (fields: Fields): FaultRule => {
  const path = text(fields, 'path')
  if (path !== '*' && !path.startsWith('/cgi-bin/')) {
    throw new ControlError(400, 'path must be "*" or begin with /cgi-bin/')
  }
  const times = fields['times'] === 'always' ? 'always' : whole(fields, 'times', 1, 1e9, 1)
  const rule: FaultRule = { path, times, ...chanceOf(fields), ...readKind(fields) }
  const unknown = Object.keys(fields).find((name) => !Object.hasOwn(rule, name))
  if (unknown === undefined) return rule
  throw new ControlError(400, `a fault of kind ${rule.kind} has no ${unknown}`)
}

const chanceOf = ({ chance }: Fields): { chance?: number } => {
  if (chance === undefined) return {}
  if (typeof chance === 'number' && chance > 0 && chance <= 1) return { chance }
  throw new ControlError(400, 'chance must be a number above 0, and at most 1')
}

const readKind = (fields: Fields): FaultKind => {
  switch (fields['kind']) {
    case 'errcode':
      return {
        kind: 'errcode',
        errcode: whole(fields, 'errcode', -1e9, 1e9),
        ...('text' in fields && { text: text(fields, 'text') }),
      }
    case 'wait':
      return {
        kind: 'wait',
        ms: whole(fields, 'ms', 0, 60_000),
        ...('jitterMs' in fields && { jitterMs: whole(fields, 'jitterMs', 0, 60_000) }),
      }
    case 'cut':
      return { kind: 'cut', when: oneOf(fields, 'when', ['before', 'after']) }
    case 'html':
      return { kind: 'html' }
    case 'status':
      return { kind: 'status', status: whole(fields, 'status', 400, 599) }
    case 'body':
      return {
        kind: 'body',
        body: text(fields, 'body'),
        ...('contentType' in fields && { contentType: headerText(fields, 'contentType') }),
      }
    case 'half':
      return { kind: 'half' }
    case 'stall':
      return { kind: 'stall', after: oneOf(fields, 'after', ['headers', 'nothing']) }
    case 'drip':
      return {
        kind: 'drip',
        bytes: whole(fields, 'bytes', 1, 1e6),
        everyMs: whole(fields, 'everyMs', 1, 60_000),
      }
    case 'types':
      return { kind: 'types', as: oneOf(fields, 'as', ['strings', 'nulls', 'list']) }
    default: {
      const kinds = 'errcode, wait, cut, html, status, body, half, stall, drip or types'
      throw new ControlError(400, `kind must be ${kinds}`)
    }
  }
}

/** `preset` is what it is where it was left out. */
const whole = (
  fields: Fields,
  name: string,
  least: number,
  most: number,
  preset?: number,
): number => {
  const value = fields[name] ?? preset
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) {
    return Number(value)
  }
  throw new ControlError(400, `${name} must be a whole number, ${least} to ${most}`)
}

const text = (fields: Fields, name: string): string => {
  const value = fields[name]
  if (typeof value !== 'string') throw new ControlError(400, `${name} must be a string`)
  return value
}

const headerText = (fields: Fields, name: string): string => {
  const value = text(fields, name)
  // Node refuses anything else in a header, and the call would end in an error of our own.
  if (/^[\x20-\x7e]*$/.test(value)) return value
  throw new ControlError(400, `${name} must be printable ASCII`)
}

const oneOf = <T extends string>(fields: Fields, name: string, allowed: readonly T[]): T => {
  const value = fields[name]
  const found = allowed.find((one) => one === value)
  if (found === undefined) {
    throw new ControlError(400, `${name} must be ${allowed.map((one) => `"${one}"`).join(' or ')}`)
  }
  return found
}
