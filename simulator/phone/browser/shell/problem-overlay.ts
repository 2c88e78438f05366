import type { Problem } from '../../compile/problems'
import { button, element } from '../dom'

/** Shows what is wrong with the source over the phone. Errors only: warnings are in the terminal. */
export function showProblems(layer: HTMLElement, problems: readonly Problem[]): void {
  const errors = problems.filter(({ level }) => level === 'error')
  layer.querySelector('.problem-overlay')?.remove()
  if (errors.length === 0) return
  const overlay = element('aside', 'problem-overlay')
  overlay.setAttribute('role', 'alert')
  const head = element('header')
  head.append(
    element('strong', '', `${errors.length} 个错误 ${errors.length === 1 ? 'error' : 'errors'}`),
    button('problem-dismiss', '关闭 Dismiss', () => overlay.remove()),
  )
  overlay.append(head)
  for (const { file, line, column, message, excerpt } of errors) {
    const item = element('article')
    const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`
    item.append(element('code', 'problem-place', place), element('p', '', message))
    if (excerpt !== undefined) item.append(drawnExcerpt(excerpt))
    overlay.append(item)
  }
  overlay.append(
    element(
      'footer',
      '',
      '保存文件后自动重新编译。 Save the file: it is compiled again by itself.',
    ),
  )
  layer.append(overlay)
}

function drawnExcerpt(excerpt: string): HTMLElement {
  const block = element('pre')
  for (const line of excerpt.split('\n'))
    block.append(element('span', line.startsWith('>') ? 'problem-line' : '', `${line}\n`))
  return block
}
