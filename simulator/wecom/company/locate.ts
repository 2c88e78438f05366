import { isMap, isNode, isScalar, type Document, type LineCounter } from 'yaml'
import type { LocatedProblem, Problem } from './problem'

/**
 * Gives a function that finds a problem's line and column in the parsed text. A path that the text
 * does not contain (a missing key, a default) is placed at its nearest parent.
 */
export const locator =
  (document: Document, lineCounter: LineCounter) =>
  ({ path, message, atKey }: Problem): LocatedProblem => {
    const offset = (atKey ? keyOffset(document, path) : undefined) ?? valueOffset(document, path)
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col, message }
  }

const valueOffset = (document: Document, path: Problem['path']): number => {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

const keyOffset = (document: Document, path: Problem['path']): number | undefined => {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  const name = path[path.length - 1]
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === name)
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined
}
