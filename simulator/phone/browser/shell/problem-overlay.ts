import type { Problem } from '../../compile/problems'
import { button, element } from '../dom'

export type ProblemOverlay = ReturnType<typeof createProblemOverlay>

/**
 * Shows over the phone what is wrong with the mini program: its source, and what its code threw.
 * Errors only: warnings are in the terminal.
 */
export function createProblemOverlay(layer: HTMLElement) {
  const errors = new Map<string, Problem>()
  const draw = () => {
    layer.querySelector('.problem-overlay')?.remove()
    if (errors.size > 0) layer.append(drawn([...errors.values()], dismiss))
  }
  const dismiss = () => {
    errors.clear()
    draw()
  }
  return {
    /** Adds problems to those that are shown; the same one is shown once. */
    add(problems: readonly Problem[]) {
      for (const problem of problems) {
        if (problem.level === 'error') errors.set(`${placeOf(problem)} ${problem.message}`, problem)
      }
      draw()
    },
  }
}

function drawn(errors: readonly Problem[], dismiss: () => void): HTMLElement {
  const overlay = element('aside', 'problem-overlay')
  overlay.setAttribute('role', 'alert')
  const head = element('header')
  head.append(
    element('strong', '', `${errors.length} 个错误 ${errors.length === 1 ? 'error' : 'errors'}`),
    button('problem-dismiss', '关闭 Dismiss', dismiss),
  )
  overlay.append(head)
  for (const problem of errors) {
    const item = element('article')
    item.append(
      element('code', 'problem-place', placeOf(problem)),
      element('p', '', problem.message),
    )
    if (problem.excerpt !== undefined) item.append(drawnExcerpt(problem.excerpt))
    overlay.append(item)
  }
  overlay.append(
    element(
      'footer',
      '',
      '保存文件后自动重新编译。 Save the file: it is compiled again by itself.',
    ),
  )
  return overlay
}

function placeOf({ file, line, column }: Problem): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`
}

function drawnExcerpt(excerpt: string): HTMLElement {
  const block = element('pre')
  for (const line of excerpt.split('\n'))
    block.append(element('span', line.startsWith('>') ? 'problem-line' : '', `${line}\n`))
  return block
}
