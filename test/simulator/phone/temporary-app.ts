import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const FIXTURE = path.join(__dirname, 'app')

/** A mini program of a test's own, removed by the caller. */
export interface TemporaryApp {
  root: string
  write(file: string, content: string): void
  remove(): void
}

/** Writes a mini program from its files; given none, a copy of the fixture. */
export function temporaryApp(files?: Record<string, string>): TemporaryApp {
  const root = mkdtempSync(path.join(tmpdir(), 'phone-'))
  const write = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), content)
  }
  if (files === undefined) cpSync(FIXTURE, root, { recursive: true })
  else for (const [file, content] of Object.entries(files)) write(file, content)
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** The files of the smallest mini program that is right; `more` adds to them or replaces them. */
export function smallestApp(more: Record<string, string> = {}): Record<string, string> {
  return {
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.ts': 'App({})',
    'pages/a/a.json': '{}',
    'pages/a/a.ts': 'Page({})',
    'pages/a/a.wxml': '<view>a</view>',
    ...more,
  }
}
