import { build } from 'esbuild'
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './paths'
import { slimAliases } from './slim/aliases'

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
 */
export const buildFunctions = (
  store: BuiltStore = storeOfEnvironment(),
): Promise<BuiltFunction[]> =>
  Promise.all(functionNames().map((name) => buildFunction(name, store)))

const buildFunction = async (name: string, store: BuiltStore): Promise<BuiltFunction> => {
  const source = inRoot('cloudfunctions', name)
  const target = path.join(functionsRoot, name)
  const outfile = path.join(target, 'index.js')
  await bundleFunction({ entry: path.join(source, 'index.ts'), outfile, store })
  mkdirSync(target, { recursive: true })
  for (const file of ['package.json', 'config.json']) {
    copyFileSync(path.join(source, file), path.join(target, file))
  }
  return { name, kilobytes: Math.ceil(statSync(outfile).size / 1024) }
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
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    // Names of classes and functions stay, for the frames in the log.
    keepNames: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { ...slimAliases },
    define: { BUILT_STORE: JSON.stringify(store) },
    legalComments: 'none',
    logLevel: 'warning',
  })
}
