import { read } from './api'
import { element } from './dom'
import { drawFiles } from './files'
import { card } from './form'
import type { Corp } from './shapes'
import { drawSnapshots } from './snapshots'
import { say } from './words'

/** The company as a whole, with what can be done to all of it. */
export const drawOverview = async (): Promise<HTMLElement[]> => {
  const { corps } = await read<{ corps: Corp[] }>('corps')
  const own = corps.find((corp) => corp.own)
  const facts = corps.map(({ corpId, name, members, departments }) =>
    element(
      'tr',
      '',
      element('th', '', name),
      element('td', '', element('code', '', corpId)),
      element('td', 'number', `${members} ${say('members')}`),
      element('td', 'number', `${departments} ${say('departments')}`),
    ),
  )
  return [
    card(own?.name ?? '', element('table', 'facts', element('tbody', '', ...facts))),
    await drawSnapshots(),
    drawFiles(),
  ]
}
