import { ask, read, Refused } from './api'
import { button, checkbox, element, labelled, riskyButton, select, textInput } from './dom'
import { card, createNotice, form } from './form'
import { labelledGroup } from './member-form'
import { createPicker, departments, people, tags } from './picker'
import type { App } from './shapes'
import { say } from './words'

/** An app: its secret, what it is told, whom it may ask about, and from where. */
export const drawApp = async (agentId: string): Promise<HTMLElement[]> => {
  const at = `apps/${agentId}`
  const { app } = await read<{ app: App }>(at)
  const subtitle = element('p', 'soft', `agentid ${app.agentId}`)
  return [
    card(element('header', '', element('h2', '', app.name), subtitle), secretCard(at)),
    card(say('settings'), settings(app, at)),
  ]
}

const secretCard = (at: string): HTMLElement => {
  const notice = createNotice()
  const shown = element('code', 'secret', '•'.repeat(24))
  const show = button('secondary', say('show'), () =>
    notice.trying(async () => {
      const { app } = await read<{ app: { secret: string } }>(`${at}?secrets=show`)
      shown.textContent = app.secret
    }, ''),
  )
  const reset = riskyButton(say('resetSecret'), say('sureReset'), () =>
    notice.trying(async () => {
      shown.textContent = (await ask<{ secret: string }>('POST', `${at}/secret`)).secret
    }),
  )
  const invalidate = button('secondary', say('invalidate'), () =>
    notice.trying(() => ask('POST', `${at}/invalidate-tokens`), say('invalidated')),
  )
  return element(
    'div',
    'secret-card',
    element('div', 'line', element('span', 'field-name', say('secret')), shown, show, reset),
    element('div', 'line', element('span', 'field-name', say('tokens')), invalidate),
    notice.element,
  )
}

/** What has a field of its own below; all else is edited as JSON. */
const withFields = new Set(
  'agentId name enabled createdAt legacyFields visibleRange miniProgram trustedIps'.split(' '),
)

const settings = (app: App, at: string): HTMLElement => {
  const enabled = checkbox(say('enabled'), app.enabled)
  const range = {
    departments: createPicker(say('departments'), departments, app.visibleRange.departments),
    members: createPicker(say('members'), people, app.visibleRange.members),
    tags: createPicker(say('tags'), tags, app.visibleRange.tags),
  }
  const ips = element('textarea', 'text')
  ips.name = 'trustedIps'
  ips.rows = 2
  ips.value = app.trustedIps?.join('\n') ?? ''
  const anyIp = checkbox(say('anyIp'), app.trustedIps === undefined)
  const others = Object.fromEntries(Object.entries(app).filter(([key]) => !withFields.has(key)))
  const json = element('textarea', 'text code')
  json.name = 'others'
  json.rows = Math.min(12, JSON.stringify(others, null, 2).split('\n').length)
  json.value = JSON.stringify(others, null, 2)
  const legacy = app.legacyFields === undefined ? '' : String(app.legacyFields)

  return form(
    [
      labelled(say('appName'), textInput('name', app.name)),
      labelledGroup('', enabled.label),
      ...(app.miniProgram ? [labelled(say('linked'), linkedSelect(app.miniProgram.linked))] : []),
      labelled(
        say('legacyFields'),
        select(
          'legacyFields',
          [
            ['', say('byDate')],
            ['true', say('given')],
            ['false', say('withheld')],
          ],
          legacy,
        ),
      ),
      labelled(say('createdAt'), textInput('createdAt', app.createdAt), say('createdAtNote')),
      labelledGroup(
        say('visibleTo'),
        element(
          'div',
          'range',
          range.departments.element,
          range.members.element,
          range.tags.element,
        ),
      ),
      labelledGroup(say('trustedIps'), element('div', 'ips', anyIp.label, ips)),
      labelled(say('otherSettings'), json),
    ],
    'save',
    (values) =>
      ask('PATCH', at, {
        ...parsed(values['others'] ?? ''),
        name: values['name'],
        enabled: enabled.input.checked,
        createdAt: values['createdAt'],
        legacyFields: { true: true, false: false }[values['legacyFields'] ?? ''] ?? null,
        ...(values['linked'] && {
          linked: values['linked'] === 'true' ? true : values['linked'],
        }),
        visibleRange: {
          departments: range.departments.ids().map(Number),
          members: range.members.ids(),
          tags: range.tags.ids().map(Number),
        },
        trustedIps: anyIp.input.checked
          ? null
          : (values['trustedIps'] ?? '').split(/[\s,]+/).filter(Boolean),
      }),
  )
}

const linkedSelect = (linked: true | 'encrypted' | 'refused') =>
  select(
    'linked',
    [
      ['true', say('linkedTrue')],
      ['encrypted', say('linkedEncrypted')],
      ['refused', say('linkedRefused')],
    ],
    String(linked),
  )

const parsed = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text || '{}')
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // said below
  }
  throw new Refused('JSON?')
}
