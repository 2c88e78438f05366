import path from 'node:path'
import { build } from 'esbuild'

/** Scripts and style sheets of the phone and of the start page, by file name. */
export type BrowserAssets = ReadonlyMap<string, string>

const ENTRIES = {
  phone: 'main.ts',
  'phone-style': 'phone.css',
  start: 'start-page/main.ts',
  'start-style': 'start-page/start.css',
}

let bundled: Promise<BrowserAssets> | undefined

/** Bundles the browser half, once in a process: `phone.js`, `phone-style.css` and so on. */
export function browserAssets(): Promise<BrowserAssets> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<BrowserAssets> {
  const folder = path.join(__dirname, 'browser')
  const { outputFiles } = await build({
    entryPoints: Object.entries(ENTRIES).map(([out, entry]) => ({
      in: path.join(folder, entry),
      out,
    })),
    outdir: folder,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
  })
  return new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]))
}
