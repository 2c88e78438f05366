import type { Field } from '../../components/field-list/field'
import type { NotedFailure } from '../../services/failure-log'
import type { Host } from '../../services/host'
import type { TextKey, Translate } from '../../services/i18n'
import { adminHint } from '../../services/refusal-words'
import { field } from '../field'

/** What the employee reads: what happened, and what to do. */
export interface HelpWords {
  what: string
  next: string
}

export function helpWords(noted: NotedFailure | null, t: Translate): HelpWords {
  if (!noted) return { what: t('help.calm.what'), next: t('help.calm.next') }
  const { code } = noted.failure
  return { what: t(`error.${code}.what`), next: t(`error.${code}.next`) }
}

/** What the administrator needs; nothing of it is about the person. */
export function adminFields(noted: NotedFailure, kind: Host['kind'], t: Translate): Field[] {
  const { failure, at } = noted
  const { code, traceId, details = {} } = failure
  const hint = adminHint(failure, t)
  const rows: [key: TextKey, value: string][] = [
    ['help.field.code', code],
    ['help.field.trace', traceId || t('help.none')],
    ['help.field.errcode', details.errcode === undefined ? '' : String(details.errcode)],
    ['help.field.address', details.address ?? ''],
    ['help.field.at', timeWithZone(at)],
    ['help.field.client', t(`help.client.${kind}`)],
  ]
  return [
    ...rows.filter(([, value]) => value !== '').map(([key, value]) => row(key, value, t)),
    ...(hint ? [field({ key: 'hint', label: '', value: hint, wide: true })] : []),
  ]
}

/** The same as lines of text, to be copied. */
export function adminText(noted: NotedFailure, kind: Host['kind'], t: Translate): string {
  const { what } = helpWords(noted, t)
  const lines = adminFields(noted, kind, t).map(({ label, value }) =>
    label ? `${label} ${value}` : value,
  )
  return [what, ...lines].join('\n')
}

const QUESTIONS = ['wrong', 'closed', 'wechat', 'old'] as const

export function questions(t: Translate): Field[] {
  return QUESTIONS.map((key) =>
    field({
      key,
      label: '',
      value: t(`help.${key}.what`),
      wide: true,
      note: t(`help.${key}.next`),
    }),
  )
}

function row(key: TextKey, value: string, t: Translate): Field {
  return field({ key, label: t(key), value })
}

/** 2026-11-27 09:05:07 +08:00, in the phone's time zone, so that it is found in a log of any other. */
export function timeWithZone(at: number): string {
  const offset = -new Date(at).getTimezoneOffset()
  const local = new Date(at + offset * 60_000).toISOString()
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${zone}`
}

function two(number: number): string {
  const whole = Math.floor(number)
  return whole < 10 ? `0${whole}` : String(whole)
}
