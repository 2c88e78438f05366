import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'

const TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/**
 * Reads an image of the mini program. Nothing but images is served, and nothing from outside of
 * `root`, whatever the name says and wherever a link points.
 *
 * @param name path from the root, already decoded
 */
export async function readImage(
  root: string,
  name: string,
): Promise<{ type: string; content: Buffer } | undefined> {
  const type = TYPES[path.extname(name).toLowerCase()]
  if (type === undefined || name.includes('\0')) return undefined
  try {
    const [home, file] = await Promise.all([realpath(root), realpath(path.join(root, name))])
    if (!file.startsWith(home + path.sep)) return undefined
    return { type, content: await readFile(file) }
  } catch {
    return undefined
  }
}
