import { part, read } from './api'
import { button, element } from './dom'
import { here } from './here'
import type { Department, Member, MemberLine, Tag } from './shapes'
import { say } from './words'

/** Something that can be chosen. */
export interface Option {
  id: string
  name: string
}

/** Where names come from: those of ids, and those that fit what was typed. */
export interface Source {
  named(ids: readonly string[]): Promise<Option[]>
  find(words: string): Promise<Option[]>
}

const named =
  (nameOf: (id: string) => Promise<string>): Source['named'] =>
  (ids) =>
    Promise.all(ids.map(async (id) => ({ id, name: await nameOf(id).catch(() => id) })))

export const people: Source = {
  named: named(async (id) => (await read<{ member: Member }>(`members/${part(id)}`)).member.name),
  find: async (words) => {
    const { members } = await read<{ members: MemberLine[] }>(`members?limit=8&q=${part(words)}`)
    return members.map(({ userId, name }) => ({ id: userId, name }))
  },
}

export const departments: Source = {
  named: named(
    async (id) =>
      (await read<{ department: Department }>(`departments/${part(id)}`)).department.name,
  ),
  find: async (words) => {
    const found = await read<{ departments: Department[] }>(`departments?limit=8&q=${part(words)}`)
    return found.departments.map(({ id, name }) => ({ id: String(id), name }))
  },
}

const allTags = async (): Promise<Option[]> =>
  (await read<{ tags: Tag[] }>('tags')).tags.map(({ id, name }) => ({ id: String(id), name }))

export const tags: Source = {
  named: async (ids) => (await allTags()).filter(({ id }) => ids.includes(id)),
  find: async (words) => (await allTags()).filter(({ name }) => name.includes(words)),
}

/** How many of a long choice are drawn; the others stay chosen. */
const drawnChips = 30

export interface Picker {
  element: HTMLElement
  ids(): string[]
}

/**
 * Chips of what is chosen, and a line to find more. `most` 1 replaces what was chosen. `extra` adds
 * to a chip; `changed` hears of every choice.
 */
export const createPicker = (
  label: string,
  source: Source,
  chosen: readonly (string | number)[],
  {
    most = Infinity,
    extra,
    changed,
  }: {
    most?: number
    extra?: (id: string) => HTMLElement[]
    changed?: (ids: string[]) => void
  } = {},
): Picker => {
  let ids = chosen.map(String)
  const names = new Map<string, string>()
  const chips = element('div', 'chips')
  const input = element('input', 'text')
  const found = element('div', 'suggestions')
  input.ariaLabel = `${say('add')} · ${label}`
  input.placeholder = `${say('add')}${here.language === 'zh' ? '' : ' · '}${label}`
  input.autocomplete = 'off'
  const whole = element('div', 'picker', chips, element('div', 'picker-search', input, found))
  whole.role = 'group'
  whole.ariaLabel = label

  const become = (next: string[]) => {
    ids = next
    draw()
    changed?.(ids)
  }
  const draw = () => {
    chips.replaceChildren(
      ...ids.slice(0, drawnChips).map((id) => {
        const remove = button('chip-remove', '×', () => become(ids.filter((one) => one !== id)))
        remove.ariaLabel = `${say('remove')} ${names.get(id) ?? id}`
        const chip = element('span', 'chip', names.get(id) ?? id, ...(extra?.(id) ?? []), remove)
        chip.dataset['id'] = id
        return chip
      }),
      ...(ids.length > drawnChips ? [`… ${ids.length - drawnChips}`] : []),
    )
  }
  const suggest = async () => {
    const words = input.value.trim()
    const options = words === '' ? [] : await source.find(words)
    if (words !== input.value.trim()) return // typed on in the meantime
    found.replaceChildren(
      ...options
        .filter(({ id }) => !ids.includes(id))
        .map(({ id, name }) =>
          button('suggestion', `${name} · ${id}`, () => {
            names.set(id, name)
            input.value = ''
            found.replaceChildren()
            become(most === 1 ? [id] : [...ids, id])
            input.focus()
          }),
        ),
    )
  }

  input.addEventListener('input', () => void suggest())
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') found.replaceChildren()
    if (event.key !== 'Enter') return
    event.preventDefault()
    found.querySelector('button')?.click()
  })
  draw()
  void source.named(ids.slice(0, drawnChips)).then((options) => {
    for (const { id, name } of options) names.set(id, name)
    draw()
  })
  return { element: whole, ids: () => ids }
}
