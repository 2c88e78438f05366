import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A folder of built functions, each with this source. */
export const createFunctionFolder = (sources: Record<string, string>) => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'gongpai-functions-'))
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(path.join(root, name))
    writeFileSync(path.join(root, name, 'index.js'), source)
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
