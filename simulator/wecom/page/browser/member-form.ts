import { ask, part, read } from './api'
import { checkbox, element, labelled, riskyButton, segmented, textInput } from './dom'
import { card, createNotice, form, orNull } from './form'
import { open } from './here'
import { avatar } from './person'
import { createPicker, departments, people } from './picker'
import type { App, Member } from './shapes'
import { say } from './words'

/** A member to see and edit. */
export const drawMember = async (userId: string): Promise<HTMLElement[]> => {
  const at = `members/${part(userId)}`
  const [{ member, visibleTo }, { apps }] = await Promise.all([
    read<{ member: Member; visibleTo: number[] }>(at),
    read<{ apps: App[] }>('apps'),
  ])
  const head = element(
    'header',
    'badge-head',
    avatar(member.name, member.userId),
    element(
      'div',
      'badge-name',
      element('h2', '', member.name),
      element('p', '', [member.userId, member.position].filter(Boolean).join(' · ')),
    ),
  )
  const notice = createNotice()
  const status = segmented(
    say('status'),
    [
      [1, say('active')],
      [2, say('disabled')],
      [4, say('notActivated')],
      [5, say('departed')],
    ],
    member.status,
    (chosen) => notice.trying(() => ask('PATCH', at, { status: chosen })),
  )
  const seeing = apps.map(({ agentId, name }) => {
    const { label } = checkbox(`${name} ${say('sees')}`, visibleTo.includes(agentId), (shown) =>
      notice.trying(() => ask('POST', `${at}/${shown ? 'show' : 'hide'}`, { agentId })),
    )
    return label
  })
  const remove = riskyButton(say('remove'), say('sure'), () =>
    notice.trying(async () => {
      await ask('DELETE', at)
      open('company')
    }),
  )
  return [
    card(head, element('div', 'switches', status, ...seeing), notice.element),
    card(
      say('details'),
      memberForm(member, (changes) => ask('PATCH', at, changes), remove),
    ),
  ]
}

/** A member who is being made, in the department that `place` names. */
export const drawNewMember = (place: string): HTMLElement[] => {
  const departmentId = Number(place) || 1
  const blank: Member = {
    userId: '',
    name: '',
    departments: [departmentId],
    mainDepartment: departmentId,
    order: [0],
    leaderOf: [],
    directLeaders: [],
    status: 1,
    extattr: [],
  }
  const create = async (fields: Record<string, unknown>) => {
    const given = Object.entries(fields).filter(([, value]) => value !== null)
    const { member } = await ask<{ member: Member }>('POST', 'members', Object.fromEntries(given))
    open('member', member.userId)
  }
  return [card(say('addMember'), memberForm(blank, create))]
}

const lines = ['name', 'alias', 'position', 'mobile', 'email', 'bizMail'] as const

const memberForm = (
  member: Member,
  save: (changes: Record<string, unknown>) => Promise<unknown>,
  ...beside: HTMLElement[]
): HTMLElement => {
  const isNew = member.userId === ''
  let main = member.mainDepartment
  const leads = new Set(member.leaderOf)
  const where = createPicker(say('departments'), departments, member.departments, {
    extra: (text) => {
      const id = Number(text)
      const isMain = element('input')
      isMain.type = 'radio'
      isMain.name = 'mainDepartment'
      isMain.checked = id === main
      isMain.addEventListener('change', () => void (main = id))
      const { label } = checkbox(say('leader'), leads.has(id), (checked) =>
        checked ? leads.add(id) : leads.delete(id),
      )
      return [element('label', 'check', isMain, say('main')), label]
    },
  })
  const leaders = createPicker(say('directLeaders'), people, member.directLeaders)
  const texts = lines.map((name) => labelled(say(name), textInput(name, member[name] ?? '')))

  return form(
    [
      ...(isNew ? [labelled(say('userId'), textInput('userId', ''))] : []),
      ...texts,
      labelledGroup(say('departments'), where.element),
      labelledGroup(say('directLeaders'), leaders.element),
    ],
    isNew ? 'create' : 'save',
    (values) => {
      const ids = where.ids().map(Number)
      const [first] = ids
      return save({
        ...(isNew && { userId: values['userId'] }),
        name: values['name'],
        ...Object.fromEntries(lines.slice(1).map((name) => [name, orNull(values[name])])),
        departments: ids,
        ...(first !== undefined && { mainDepartment: ids.includes(main) ? main : first }),
        leaderOf: ids.filter((id) => leads.has(id)),
        directLeaders: leaders.ids(),
      })
    },
    ...beside,
  )
}

/** A field that is more than one input: no label element, which would press the first of them. */
export const labelledGroup = (name: string, field: HTMLElement): HTMLElement =>
  element('div', 'field wide', element('span', 'field-name', name), field)
