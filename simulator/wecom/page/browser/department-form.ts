import { ask, read } from './api'
import { button, element, labelled, riskyButton, textInput } from './dom'
import { card, createNotice, form } from './form'
import { open } from './here'
import { labelledGroup } from './member-form'
import { createPicker, departments } from './picker'
import type { Department } from './shapes'
import { say } from './words'

/** A department to see and edit; what is made in it is begun here. */
export const drawDepartment = async (id: string): Promise<HTMLElement[]> => {
  const at = `departments/${id}`
  const { department } = await read<{ department: Department }>(at)
  const isRoot = department.id === 1
  const parent = createPicker(say('parent'), departments, isRoot ? [] : [department.parentId], {
    most: 1,
  })
  const notice = createNotice()
  const remove = riskyButton(say('remove'), say('sure'), () =>
    notice.trying(async () => {
      await ask('DELETE', at)
      open('department', department.parentId)
    }),
  )
  const counts = `id ${department.id} · ${department.members} ${say('found')}`
  const head = element(
    'header',
    '',
    element('h2', '', department.name),
    element('p', 'soft', counts),
  )
  return [
    card(
      head,
      form(
        [
          labelled(say('departmentName'), textInput('name', department.name)),
          labelled(say('nameEn'), textInput('nameEn', department.nameEn)),
          labelled(say('order'), textInput('order', String(department.order))),
          ...(isRoot ? [] : [labelledGroup(say('parent'), parent.element)]),
        ],
        'save',
        ({ name, nameEn, order }) =>
          ask('PATCH', at, {
            name,
            nameEn,
            order: Number(order),
            ...(!isRoot && { parentId: Number(parent.ids()[0]) }),
          }),
        ...(isRoot ? [] : [remove]),
      ),
      notice.element,
    ),
    card(say('add'), newDepartment(department)),
  ]
}

const newDepartment = ({ id }: Department): HTMLElement =>
  form(
    [labelled(say('departmentName'), textInput('name', ''))],
    'addDepartment',
    async ({ name }) => {
      const fields = { name, parentId: id }
      const made = await ask<{ department: Department }>('POST', 'departments', fields)
      open('department', made.department.id)
    },
    button('secondary', say('addMember'), () => open('member', `new:${id}`)),
  )
