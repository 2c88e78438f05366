import type { FaultRule, Faults } from '../faults'
import { ControlError, fieldsOf } from './endpoint'

/** POST /_sim/faults: adds a rule (see FaultRule) and answers those that stand. */
export const addFault =
  (faults: Faults) =>
  (body: unknown): { faults: FaultRule[] } => {
    faults.add(readRule(body))
    return { faults: faults.list() }
  }

const readRule = (body: unknown): FaultRule => {
  const fields = fieldsOf(body)
  const path = text(fields, 'path')
  const { times = 1 } = fields
  if (times !== 'always' && !(isWhole(times) && times >= 1)) {
    throw new ControlError(400, 'times must be a whole number from 1, or "always"')
  }
  return { path, times, ...readKind(fields) }
}

type Kind<R = FaultRule> = R extends unknown ? Omit<R, 'path' | 'times'> : never

const readKind = (fields: Record<string, unknown>): Kind => {
  switch (fields['kind']) {
    case 'errcode': {
      const { errcode } = fields
      if (!isWhole(errcode)) throw new ControlError(400, 'errcode must be a whole number')
      return { kind: 'errcode', errcode, ...('text' in fields && { text: text(fields, 'text') }) }
    }
    case 'wait': {
      const { ms } = fields
      if (!isWhole(ms) || ms < 0 || ms > 60_000) throw new ControlError(400, 'ms: 0 to 60000')
      return { kind: 'wait', ms }
    }
    case 'cut': {
      const { when } = fields
      if (when === 'before' || when === 'after') return { kind: 'cut', when }
      throw new ControlError(400, 'when must be "before" or "after"')
    }
    case 'html':
      return { kind: 'html' }
    case 'body': {
      const contentType = 'contentType' in fields && { contentType: text(fields, 'contentType') }
      return { kind: 'body', body: text(fields, 'body'), ...contentType }
    }
    default:
      throw new ControlError(400, 'kind must be errcode, wait, cut, html or body')
  }
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

const text = (fields: Record<string, unknown>, name: string): string => {
  const value = fields[name]
  if (typeof value !== 'string') throw new ControlError(400, `${name} must be a string`)
  return value
}
