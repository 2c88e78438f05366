import type { Plugin } from 'esbuild'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../paths'
import { readContentFile } from './read-file'

/** The pages of the mini program, as app.json names them. */
export const miniProgramPages = (): string[] => {
  const app = JSON.parse(readFileSync(inRoot('miniprogram', 'app.json'), 'utf8')) as {
    pages: string[]
  }
  return app.pages
}

/** Puts what stands in a content.yaml into the function; a mistake in it ends the build with its line. */
export const embedContent: Plugin = {
  name: 'workbench-content',
  setup(build) {
    build.onLoad({ filter: /[\\/]workbench[\\/]content\.yaml$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8')
      const read = readContentFile(text, miniProgramPages())
      if ('content' in read) return { contents: JSON.stringify(read.content), loader: 'json' }
      const lines = text.split('\n')
      return {
        errors: read.problems.map(({ line, column, message }) => ({
          text: message,
          location: {
            file: path.relative(inRoot(), file),
            line,
            column: column - 1,
            lineText: lines[line - 1] ?? '',
          },
        })),
      }
    })
  },
}
