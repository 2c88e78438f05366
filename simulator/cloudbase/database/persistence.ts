import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { EJSON } from 'bson'
import { canonicalEjson, type Document } from './ejson'

/** All documents, by collection. */
export type Contents = Readonly<Record<string, readonly Document[]>>

export interface Persistence {
  /**
   * Undefined when there is no file yet.
   *
   * @throws Error that says what to do when the file cannot be read: it is never emptied silently
   */
  load(): Contents | undefined
  /** Soon, with whatever else changes until then. */
  schedule(): void
  /** At once, when something is still to be written. */
  flush(): void
}

// Long enough to write a burst once, short enough to lose little to a power cut.
const pauseMs = 50

/** Keeps the database in one file, replaced as a whole so that it is never half written. */
export const createPersistence = (file: string, contents: () => Contents): Persistence => {
  let timer: NodeJS.Timeout | undefined

  const save = () => {
    clearTimeout(timer)
    timer = undefined
    writeWhole(file, canonicalEjson({ format: 1, collections: contents() }))
  }
  return {
    load: () => readWhole(file),
    schedule() {
      timer ??= setTimeout(save, pauseMs).unref()
    },
    flush() {
      if (timer) save()
    },
  }
}

const writeWhole = (file: string, text: string) => {
  mkdirSync(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.new`
  // Tokens lie in it, sealed as they are: nobody else on this machine needs to read them.
  const descriptor = openSync(temporary, 'w', 0o600)
  writeSync(descriptor, text)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(temporary, file)
}

const readWhole = (file: string): Contents | undefined => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const { format, collections } = EJSON.parse(text) as { format: unknown; collections: Contents }
    const isReadable = format === 1 && Object.values(collections).every(Array.isArray)
    if (isReadable) return collections
  } catch {
    // Torn, or not ours: said below.
  }
  throw new Error(`${file} is damaged. Move it away to start with an empty database.`)
}
