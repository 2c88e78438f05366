import { ask, read } from './api'
import { labelled, riskyButton, textInput } from './dom'
import { card, createNotice, form } from './form'
import { open } from './here'
import { labelledGroup } from './member-form'
import { createPicker, departments, people } from './picker'
import type { Tag } from './shapes'
import { say } from './words'

/** A tag to see and edit; the id 'new' makes one. */
export const drawTag = async (id: string): Promise<HTMLElement[]> => {
  const { tags } = await read<{ tags: Tag[] }>('tags')
  const tag = tags.find((one) => String(one.id) === id)
  const notice = createNotice()
  const remove = riskyButton(say('remove'), say('sure'), () =>
    notice.trying(async () => {
      await ask('DELETE', `tags/${id}`)
      open('company')
    }),
  )
  const members = createPicker(say('members'), people, tag?.members ?? [])
  const among = createPicker(say('departments'), departments, tag?.departments ?? [])
  const save = async ({ name }: Record<string, string>) => {
    const fields = { name, members: members.ids(), departments: among.ids().map(Number) }
    if (tag) return ask('PATCH', `tags/${id}`, fields)
    const made = await ask<{ tag: Tag }>('POST', 'tags', fields)
    open('tag', made.tag.id)
  }
  return [
    card(
      tag?.name ?? say('addTag'),
      form(
        [
          labelled(say('tagName'), textInput('name', tag?.name ?? '')),
          labelledGroup(say('members'), members.element),
          labelledGroup(say('departments'), among.element),
        ],
        tag ? 'save' : 'create',
        save,
        ...(tag ? [remove] : []),
      ),
      notice.element,
    ),
  ]
}
