import { ask, read } from './api'
import { button, element, labelled, select, textInput } from './dom'
import { form } from './form'
import type { Fault } from './shapes'
import { say, type Word } from './words'

/** What a kind of fault asks for: parameters with what they are at first. */
const kinds: Record<
  string,
  { word: Word; parameters: Record<string, string | readonly string[]> }
> = {
  errcode: { word: 'errcode', parameters: { errcode: '-1' } },
  wait: { word: 'wait', parameters: { ms: '3000', jitterMs: '1000' } },
  cut: { word: 'cut', parameters: { when: ['before', 'after'] } },
  status: { word: 'statusFault', parameters: { status: ['502', '500', '504'] } },
  html: { word: 'html', parameters: {} },
  half: { word: 'half', parameters: {} },
  stall: { word: 'stall', parameters: { after: ['nothing', 'headers'] } },
  drip: { word: 'drip', parameters: { bytes: '8', everyMs: '200' } },
  types: { word: 'types', parameters: { as: ['strings', 'nulls', 'list'] } },
  body: { word: 'body', parameters: { body: '{}' } },
}

const paths = [
  'gettoken',
  'miniprogram/jscode2session',
  'auth/getuserinfo',
  'auth/getuserdetail',
  'user/get',
  'department/list',
  'tag/list',
].map((path) => `/cgi-bin/${path}`)

/** The faults that stand, and a form for another one. */
export const createFaultsPanel = () => {
  const list = element('ul', 'faults')
  const adding = element('div', 'adding')
  const panel = element('div', 'panel', adding, list)

  const reload = async () => {
    const { faults } = await read<{ faults: Fault[] }>('faults')
    panel.dataset['count'] = String(faults.length)
    list.replaceChildren(
      ...(faults.length === 0
        ? [element('li', 'empty', element('p', '', say('noFaults')))]
        : faults.map(drawFault)),
    )
    return faults.length
  }
  const draw = () => {
    adding.replaceChildren(faultForm('errcode', draw))
    return reload()
  }
  return { panel, draw, reload }
}

const drawFault = ({ id, path, kind, times, ...parameters }: Fault): HTMLElement => {
  const word = kinds[kind]?.word
  const shown = Object.entries(parameters).map(([name, value]) => `${name} ${String(value)}`)
  const count = times === 'always' ? say('always') : `× ${times}`
  return element(
    'li',
    'fault',
    element('b', '', word ? say(word) : kind),
    element('span', 'soft', shown.join(' · ')),
    element('code', '', path === '*' ? say('everyPath') : path.replace('/cgi-bin/', '')),
    element('span', 'times', count),
    button('quiet', say('remove'), () => ask('DELETE', `faults/${id}`)),
  )
}

const faultForm = (kind: string, draw: () => unknown): HTMLElement => {
  const parameters = kinds[kind]?.parameters ?? {}
  const chosen = select(
    'kind',
    Object.entries(kinds).map(([name, { word }]) => [name, say(word)] as const),
    kind,
  )
  const made = form(
    [
      labelled(say('kind'), chosen),
      labelled(
        say('path'),
        select(
          'path',
          [['*', say('everyPath')], ...paths.map((path) => [path, path.slice(9)] as const)],
          '*',
        ),
      ),
      ...Object.entries(parameters).map(([name, preset]) =>
        labelled(
          name,
          typeof preset === 'string'
            ? textInput(name, preset)
            : select(
                name,
                preset.map((one) => [one, one] as const),
                preset[0] ?? '',
              ),
        ),
      ),
      labelled(
        say('times'),
        select(
          'times',
          [
            ['1', '1'],
            ['3', '3'],
            ['10', '10'],
            ['always', say('always')],
          ],
          '1',
        ),
      ),
    ],
    'addFault',
    async ({ path, times, ...values }) => {
      await ask('POST', 'faults', {
        ...Object.fromEntries(
          Object.entries(values).map(([name, text]) => [name, numbered(name, text)]),
        ),
        path,
        times: times === 'always' ? times : Number(times),
      })
    },
  )
  chosen.addEventListener('change', () => {
    const next = faultForm(chosen.value, draw)
    made.replaceWith(next)
    next.querySelector('select')?.focus()
  })
  return made
}

const texts = new Set(['kind', 'when', 'after', 'as', 'body'])

const numbered = (name: string, text: string): string | number =>
  texts.has(name) ? text : Number(text)
