import { part, read } from './api'
import { button, element } from './dom'
import { here, open } from './here'
import { personRow } from './person'
import type { App, Department, MemberLine, Tag } from './shapes'
import { say } from './words'

/** Departments that stand open; kept while the company is drawn anew. */
const unfolded = new Set<number>([1])
/** How many members of a department are drawn; more on demand. */
const page = 50
const drawn = new Map<number, number>()

/** The company as a tree: what is folded is not asked for. */
export const drawTree = async (): Promise<HTMLElement> => {
  const [{ apps }, { tags }, roots] = await Promise.all([
    read<{ apps: App[] }>('apps'),
    read<{ tags: Tag[] }>('tags'),
    drawLevel(0),
  ])
  const overview = row('company', '', say('overview'))
  return element(
    'div',
    'tree',
    overview,
    heading('apps'),
    ...apps.map(({ agentId, name }) => row('app', agentId, name, String(agentId))),
    heading(
      'tags',
      button('quiet', say('add'), () => open('tag', 'new')),
    ),
    ...tags.map(({ id, name, members, departments }) =>
      row('tag', id, name, String(members.length + departments.length)),
    ),
    heading('contacts'),
    roots,
  )
}

/** The members whom a search finds. */
export const drawFound = async (words: string): Promise<HTMLElement> => {
  const { total, members } = await read<{ total: number; members: MemberLine[] }>(
    `members?limit=100&q=${part(words)}`,
  )
  const head = total === 0 ? say('nobody') : `${total} ${say('found')}`
  return element(
    'div',
    'tree found',
    element('p', 'tree-note', head),
    ...members.map(personRow),
    ...(total > members.length ? [element('p', 'tree-note', `… ${say('more')}`)] : []),
  )
}

const heading = (word: 'apps' | 'tags' | 'contacts', ...actions: HTMLElement[]): HTMLElement =>
  element('div', 'tree-heading', element('h3', '', say(word)), ...actions)

const row = (
  kind: 'company' | 'app' | 'tag' | 'department',
  id: string | number,
  text: string,
  quiet = '',
): HTMLButtonElement => {
  const made = button(`row row-${kind}`, '', () => open(kind, id))
  made.append(element('span', 'row-text', text), element('span', 'row-quiet', quiet))
  made.dataset[kind] = String(id)
  const { selection } = here
  if (selection.kind === kind && selection.id === String(id)) made.ariaCurrent = 'true'
  return made
}

const drawLevel = async (parentId: number): Promise<HTMLElement> => {
  const { departments } = await read<{ departments: Department[] }>(
    `departments?parentId=${parentId}`,
  )
  const items = await Promise.all(departments.map(drawDepartment))
  return element('ul', 'level', ...items)
}

const drawDepartment = async (department: Department): Promise<HTMLElement> => {
  const { id, name, departments, members } = department
  const item = element('li')
  const redraw = async () => item.replaceWith(await drawDepartment(department))
  const isOpen = unfolded.has(id)
  const fold = button('fold', '', () => {
    if (isOpen) unfolded.delete(id)
    else unfolded.add(id)
    return redraw()
  })
  fold.ariaExpanded = String(isOpen)
  fold.ariaLabel = name
  fold.disabled = departments + members === 0
  const line = element(
    'div',
    'branch',
    fold,
    row('department', id, name, members > 0 ? String(members) : ''),
  )
  item.append(line)
  if (isOpen) item.append(await drawLevel(id), await drawMembers(id, redraw))
  return item
}

const drawMembers = async (id: number, redraw: () => unknown): Promise<HTMLElement> => {
  const limit = drawn.get(id) ?? page
  const { total, members } = await read<{ total: number; members: MemberLine[] }>(
    `members?departmentId=${id}&limit=${limit}`,
  )
  const list = element('div', 'people', ...members.map(personRow))
  if (total > members.length) {
    const more = `${say('more')} · ${total - members.length}`
    list.append(
      button('row quiet-row', more, () => {
        drawn.set(id, limit + page)
        return redraw()
      }),
    )
  }
  return list
}

/** Arrow keys walk the rows that are to be seen; left and right fold and unfold. */
export const walkWithArrows = (list: HTMLElement): void => {
  list.addEventListener('keydown', (event) => {
    const rows = [...list.querySelectorAll<HTMLButtonElement>('.row')]
    const at = rows.indexOf(document.activeElement as HTMLButtonElement)
    if (at < 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      rows[at + step]?.focus()
    }
    const fold = rows[at]?.parentElement?.querySelector<HTMLButtonElement>('.fold')
    if (event.key === 'ArrowRight' && fold?.ariaExpanded === 'false') fold.click()
    if (event.key === 'ArrowLeft' && fold?.ariaExpanded === 'true') fold.click()
  })
}
