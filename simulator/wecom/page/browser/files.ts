import { ask, part, Refused } from './api'
import { button, element } from './dom'
import { card, createNotice } from './form'
import { say } from './words'

/** The company as a seed file: saved, and read back with every mistake in its line. */
export const drawFiles = (): HTMLElement => {
  const notice = createNotice()
  const problems = element('ol', 'problems')
  const file = element('input')
  file.type = 'file'
  file.accept = '.yaml,.yml,.json'
  file.className = 'file'
  file.ariaLabel = say('import')
  file.addEventListener('change', () => void load())

  const load = async () => {
    const [chosen] = file.files ?? []
    if (!chosen) return
    problems.replaceChildren()
    const text = await chosen.text()
    await notice.trying(async () => {
      try {
        await ask('POST', `import?name=${part(chosen.name)}`, text, 'application/yaml')
      } catch (error) {
        if (!(error instanceof Refused) || error.problems.length === 0) throw error
        problems.replaceChildren(
          ...error.problems.map(({ line, column, message }) =>
            element('li', '', element('b', '', `${say('line', line)}:${column} `), message),
          ),
        )
        throw new Refused(`${chosen.name}: ${error.problems.length}`)
      }
    }, say('imported'))
    file.value = ''
  }

  const save = (format: 'yaml' | 'json') => {
    const link = element('a', 'secondary', `${say('export')} ${format.toUpperCase()}`)
    link.href = `/_sim/export?format=${format}`
    link.download = `company.${format}`
    return link
  }
  const schema = element('a', '', 'company.schema.json')
  schema.href = '/_sim/company.schema.json'
  const head = element(
    'header',
    '',
    element('h2', '', say('files')),
    element('p', 'soft', `${say('filesNote')} `, schema),
  )
  return card(
    head,
    element(
      'div',
      'actions',
      save('yaml'),
      save('json'),
      button('secondary', say('import'), () => file.click()),
      file,
      notice.element,
    ),
    problems,
  )
}
