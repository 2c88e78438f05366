/** What is open in the middle. */
export interface Selection {
  kind: 'company' | 'member' | 'department' | 'tag' | 'app'
  /** userid, department id and so on; 'new' for one that is being made. */
  id: string
}

/** Where the page is; kept in its address, so that a reload and a bookmark come back to it. */
export interface Here {
  language: 'zh' | 'en'
  /** '' is our own corp. */
  corpId: string
  selection: Selection
}

const kinds = ['member', 'department', 'tag', 'app'] as const

const readHere = (): Here => {
  const query = new URLSearchParams(location.search)
  const hash = new URLSearchParams(location.hash.slice(1))
  const kind = kinds.find((one) => hash.has(one))
  return {
    language: query.get('ui') === 'en' ? 'en' : 'zh',
    corpId: query.get('corp') ?? '',
    selection: kind ? { kind, id: hash.get(kind) ?? '' } : { kind: 'company', id: '' },
  }
}

export const here: Here = readHere()

const listeners: ((changed: readonly (keyof Here)[]) => void)[] = []

/** Hears of every move. */
export const onMove = (listener: (typeof listeners)[number]): void => void listeners.push(listener)

/** Moves the page to somewhere else. */
export const moveTo = (to: Partial<Here>): void => {
  Object.assign(here, to)
  const query = new URLSearchParams()
  if (here.language === 'en') query.set('ui', 'en')
  if (here.corpId !== '') query.set('corp', here.corpId)
  const { kind, id } = here.selection
  const hash = kind === 'company' ? '' : `#${new URLSearchParams({ [kind]: id })}`
  history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}${hash}`)
  for (const listener of listeners) listener(Object.keys(to) as (keyof Here)[])
}

/** Opens something in the middle. */
export const open = (kind: Selection['kind'], id: string | number = ''): void =>
  moveTo({ selection: { kind, id: String(id) } })
