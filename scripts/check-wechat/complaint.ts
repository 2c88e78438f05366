/** What is wrong with the mini program, and where. */
export interface Complaint {
  /** Below the folder of the mini program. */
  file: string
  line?: number
  column?: number
  text: string
}

/** What the compiler threw. */
export interface Thrown {
  file?: string
  message: string
}

/** Where the compiler looks for files, and what it found there. */
export interface CompiledProject {
  /** As the compiler was told. */
  folder: string
  /** Of the mini program, below `folder`, with a slash at its end. */
  root: string
  /** The text of a file of the mini program. */
  read(file: string): string | undefined
}

/**
 * Each of its stages words an error differently: this finds the file, the line, and the sentence that
 * says what is wrong. Values of a JSON file are complained of without a line; there it is the line that has
 * the name which the sentence quotes, or `window.navigationBarTextStyle` ends with.
 */
export const complaintOf = (
  { file: named, message }: Thrown,
  { folder, root, read }: CompiledProject,
): Complaint => {
  const plain = message.replaceAll(`${folder}/`, '').replaceAll(root, '')
  const file = inMiniProgram(named ?? /^file: (\S+)/.exec(plain)?.[1] ?? 'app.json', root)
  const text = sentenceOf(plain, file)
  const place = placeIn(plain) ?? placeOfQuoted(text, read(file))
  return { file, ...place, text }
}

// 'miniprogram/app.json or theme.json["light"]' is how one of them names two files.
const inMiniProgram = (file: string, root: string): string =>
  file
    .replace(/ or .*$/s, '')
    .replace(/^\//, '')
    .replace(new RegExp(`^${root}`), '')

type Place = Pick<Complaint, 'line' | 'column'>

const placeIn = (message: string): Place | undefined => {
  const [, line, column] =
    // Babel's, PostCSS's, and that of the WXML parser.
    /\((\d+):(\d+)\)/.exec(message) ??
    /\.wxss:(\d+):(\d+):/.exec(message) ??
    /^(\d+):(\d+):/.exec(message) ??
    /^> (\d+) \|/m.exec(message) ??
    // At the very end of a file no line of the excerpt is marked.
    [...message.matchAll(/^ +(\d+) \|/gm)].at(-1) ??
    []
  if (line === undefined) return undefined
  return { line: Number(line), ...(column !== undefined && { column: Number(column) }) }
}

const placeOfQuoted = (sentence: string, source = ''): Place | undefined => {
  const lines = source.split('\n')
  const [, dotted = ''] = /([\w.]+) field /.exec(sentence) ?? []
  const quoted = [...sentence.matchAll(/"([^"]+)"/g)].map(([, name = '']) =>
    name.replace(/\.(js|json|wxml|ts)$/, ''),
  )
  const places = [...dotted.split('.').filter(Boolean), ...quoted].map((name) =>
    lines.findIndex((line) => line.includes(`"${name}`)),
  )
  const last = places.filter((place) => place >= 0).at(-1)
  return last === undefined ? undefined : { line: last + 1 }
}

/** Without the name of the file, which stands before it already, and without the excerpt of its code. */
const sentenceOf = (message: string, file: string): string => {
  const [sentence = message] = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^(file: |>? ?\d* ?\|)/.test(line))
    .map((line) => withoutPlace(line, file))
    .filter((line) => line && line !== file)
  return sentence
}

const withoutPlace = (line: string, file: string): string =>
  line
    .replace(/^\//, '')
    .replace(`${file} or theme.json`, 'theme.json')
    .replaceAll(`${file}:`, '')
    .replace(/^(\d+:\d+:)/, '')
    .replace(/ \(\d+:\d+\)$/, '')
    .trim()
