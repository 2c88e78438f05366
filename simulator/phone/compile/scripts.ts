import { existsSync } from 'node:fs'
import path from 'node:path'
import { build, type Message, type Plugin } from 'esbuild'
import { excerptOf, type Report } from './problems'
import type { SourceTree } from './source-tree'

/**
 * Around the script: only the names that the phone lends are in reach, and all of it is strict, as
 * what DevTools compiles is. A banner keeps the source map right.
 */
const OPENING = 'with (__phone.names) { (function () { "use strict";'
const CLOSING = '}).call(undefined) }'

/**
 * Bundles the mini program's scripts behind `entry`, a script that requires them by absolute path.
 * Gives `undefined` when they cannot be bundled; why is reported.
 */
export async function bundleScripts(
  tree: SourceTree,
  entry: string,
  report: Report,
): Promise<string | undefined> {
  const result = await build({
    stdin: { contents: entry, resolveDir: tree.root, sourcefile: 'phone-entry.js' },
    absWorkingDir: tree.root,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    platform: 'browser',
    sourcemap: 'inline',
    logLevel: 'silent',
    resolveExtensions: ['.ts', '.js', '.json'],
    banner: { js: OPENING },
    footer: { js: CLOSING },
    tsconfigRaw: {},
    plugins: [npmOfMiniPrograms(tree.root)],
  }).catch((failure: { errors?: Message[] }) => {
    if (failure.errors === undefined) throw failure
    for (const error of failure.errors) reportMessage(tree, 'error', error, report)
    return undefined
  })
  for (const warning of result?.warnings ?? []) reportMessage(tree, 'warning', warning, report)
  return result?.outputFiles[0]?.text
}

function reportMessage(
  tree: SourceTree,
  level: 'error' | 'warning',
  { text, location }: Message,
  report: Report,
): void {
  if (location === null) {
    report({ level, file: 'app.ts', message: text })
    return
  }
  const { file, line, column } = location
  const source = tree.read(file)
  report({
    level,
    file,
    line,
    column: column + 1,
    message: text,
    ...(source === undefined ? {} : { excerpt: excerptOf(source, line) }),
  })
}

/** Packages live in miniprogram_npm folders, searched upwards. */
function npmOfMiniPrograms(root: string): Plugin {
  return {
    name: 'miniprogram_npm',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^[^./]/ }, ({ path: name, resolveDir }) => {
        for (let folder = resolveDir; folder.startsWith(root); folder = path.dirname(folder)) {
          const inside = path.join(folder, 'miniprogram_npm', name)
          const found = [`${inside}.js`, path.join(inside, 'index.js')].find(existsSync)
          if (found !== undefined) return { path: found }
        }
        return undefined
      }),
  }
}
