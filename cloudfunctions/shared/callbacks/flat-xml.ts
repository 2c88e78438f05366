/**
 * The fields of an event by their names, as text: `0012` stays `0012`. Elements that hold others are
 * read over. A Map, because it has no prototype.
 */
export type XmlFields = ReadonlyMap<string, string>

// An event with everything that a member can have stays far below both.
const mostElements = 512
const deepest = 4

const rootName = 'xml'
const nameShape = /^[A-Za-z][A-Za-z0-9_]{0,63}$/
const cdataBegin = '<![CDATA['
const cdataEnd = ']]>'
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
}
// https://www.w3.org/TR/xml/#charsets
const noXmlCharacter = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u

const oddXml = new Error('odd XML')

/**
 * Reads the XML of WeCom's callbacks and nothing that a general parser would help with: no attributes,
 * declarations, comments, entities of its own, mixed contents or duplicate fields.
 *
 * @returns undefined for all of that: of a text that can be read in two ways, neither is the truth
 */
export const readFlatXml = (text: string): XmlFields | undefined => {
  try {
    if (noXmlCharacter.test(text)) throw oddXml
    return readFields(text)
  } catch (error) {
    if (error === oddXml) return undefined
    throw error
  }
}

interface Element {
  name: string
  /** Undefined when it holds other elements. */
  text: string | undefined
  children: Element[]
}

const readFields = (source: string): XmlFields => {
  const cursor = createCursor(source)
  cursor.skipSpace()
  const { name, text, children } = readElement(cursor, 1)
  cursor.skipSpace()
  if (name !== rootName || text !== undefined || !cursor.isAtEnd()) throw oddXml
  const names = new Set(children.map((child) => child.name))
  if (names.size !== children.length) throw oddXml
  return new Map(
    children.flatMap((child) => (child.text === undefined ? [] : [[child.name, child.text]])),
  )
}

const readElement = (cursor: Cursor, depth: number): Element => {
  cursor.countElement()
  if (depth > deepest || !cursor.take('<')) throw oddXml
  const name = cursor.until('>')
  if (!nameShape.test(name)) throw oddXml
  const closing = `</${name}>`
  const children: Element[] = []
  let text = ''
  let isText = false
  while (!cursor.take(closing)) {
    if (cursor.take(cdataBegin)) {
      text += cursor.until(cdataEnd)
      isText = true
    } else if (cursor.isAt('<')) {
      children.push(readElement(cursor, depth + 1))
    } else {
      const plain = cursor.plainText()
      text += plain
      isText ||= !/^[ \t\r\n]*$/.test(plain)
    }
  }
  if (isText && children.length > 0) throw oddXml
  return { name, children, text: children.length > 0 ? undefined : text }
}

type Cursor = ReturnType<typeof createCursor>

const createCursor = (source: string) => {
  let at = 0
  let elements = 0

  return {
    isAtEnd: () => at === source.length,
    isAt: (words: string) => source.startsWith(words, at),
    take(words: string): boolean {
      const isThere = source.startsWith(words, at)
      if (isThere) at += words.length
      return isThere
    },
    /** What stands before these words, which are taken too. */
    until(words: string): string {
      const end = source.indexOf(words, at)
      if (end < 0) throw oddXml
      const taken = source.slice(at, end)
      at = end + words.length
      return taken
    },
    /** What stands before the next element, with the five entities that XML itself has. */
    plainText(): string {
      const end = source.indexOf('<', at)
      if (end < 0) throw oddXml
      const raw = source.slice(at, end)
      at = end
      if (raw.includes(cdataEnd)) throw oddXml
      return raw.replace(/&[^;]*;?/g, (entity) => {
        const character = Object.hasOwn(entities, entity) ? entities[entity] : undefined
        if (character === undefined) throw oddXml
        return character
      })
    },
    skipSpace() {
      while (' \t\r\n'.includes(source.charAt(at)) && at < source.length) at++
    },
    countElement() {
      if (++elements > mostElements) throw oddXml
    },
  }
}
