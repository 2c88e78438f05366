import { build } from 'esbuild'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { inRoot } from './paths'
import { slimAliases } from './slim/aliases'
import { embedContent } from './workbench/embed-content'

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

/** The store whose SDK goes into the functions; both together would double what a cold start reads. */
export type BuiltStore = 'cloudbase' | 'redis'

const storeOfEnvironment = (): BuiltStore => (process.env.STORE === 'redis' ? 'redis' : 'cloudbase')

/**
 * Bundles each function into one minified CommonJS file, so that nothing is installed in the cloud and
 * a cold start reads one file.
 *
 * @param store By default what STORE says: `STORE=redis npm run build`.
 * @param target The folder that gets a folder for each function.
 */
export const buildFunctions = (
  store: BuiltStore = storeOfEnvironment(),
  target = functionsRoot,
): Promise<BuiltFunction[]> =>
  Promise.all(functionNames().map((name) => buildFunction(name, store, path.join(target, name))))

const buildFunction = async (
  name: string,
  store: BuiltStore,
  target: string,
): Promise<BuiltFunction> => {
  const source = inRoot('cloudfunctions', name)
  const outfile = path.join(target, 'index.js')
  mkdirSync(target, { recursive: true })
  await bundleFunction({ entry: path.join(source, 'index.ts'), outfile, store })
  for (const file of ['package.json', 'config.json']) {
    replaceFile(path.join(target, file), readFileSync(path.join(source, file)))
  }
  return { name, kilobytes: Math.ceil(statSync(outfile).size / 1024) }
}

/** In one step, and only when something changed: a function that starts meanwhile reads a whole file. */
const replaceFile = (file: string, contents: Uint8Array) => {
  if (existsSync(file) && readFileSync(file).equals(contents)) return
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, contents)
  renameSync(temporary, file)
}

/** Bundles one entry file, with all that it imports, for the cloud. */
export const bundleFunction = async ({
  entry,
  outfile,
  store,
}: {
  entry: string
  outfile: string
  store: BuiltStore
}): Promise<void> => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { ...slimAliases },
    plugins: [embedContent],
    define: { BUILT_STORE: JSON.stringify(store) },
    legalComments: 'none',
    logLevel: 'warning',
  })
  const [bundled] = outputFiles
  if (!bundled) throw new Error(`${entry} gave no file`)
  mkdirSync(path.dirname(outfile), { recursive: true })
  replaceFile(outfile, bundled.contents)
}
