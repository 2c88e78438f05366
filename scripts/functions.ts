import { build } from 'esbuild'
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './paths'

export interface BuiltFunction {
  name: string
  kilobytes: number
}

/** Where WeChat DevTools and the CloudBase CLI take the functions from. */
export const functionsRoot = inRoot('dist', 'cloudfunctions')

/** Every folder of cloudfunctions/ that is deployed alone. */
export const functionNames = (): string[] =>
  readdirSync(inRoot('cloudfunctions')).filter((name) =>
    existsSync(inRoot('cloudfunctions', name, 'index.ts')),
  )

/**
 * Bundles each function into one minified CommonJS file, so that nothing is installed in the cloud and
 * a cold start reads one file.
 */
export const buildFunctions = (): Promise<BuiltFunction[]> =>
  Promise.all(functionNames().map((name) => buildFunction(name)))

const buildFunction = async (name: string): Promise<BuiltFunction> => {
  const source = inRoot('cloudfunctions', name)
  const target = path.join(functionsRoot, name)
  const outfile = path.join(target, 'index.js')
  await build({
    entryPoints: [path.join(source, 'index.ts')],
    outfile,
    bundle: true,
    minify: true,
    // Names of classes and functions stay, for the frames in the log.
    keepNames: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
  })
  mkdirSync(target, { recursive: true })
  for (const file of ['package.json', 'config.json']) {
    copyFileSync(path.join(source, file), path.join(target, file))
  }
  return { name, kilobytes: Math.ceil(statSync(outfile).size / 1024) }
}
