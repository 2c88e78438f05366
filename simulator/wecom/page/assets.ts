import path from 'node:path'

/** The script and the style sheet of the control page. */
export interface PageAssets {
  script: string
  style: string
}

let bundled: Promise<PageAssets> | undefined

/**
 * Bundles the browser half, once in a process and when it is first asked for: most simulators are
 * never looked at, and must not wait for a bundler to start.
 */
export const pageAssets = (): Promise<PageAssets> => {
  bundled ??= bundle()
  return bundled
}

const bundle = async (): Promise<PageAssets> => {
  const { build } = await import('esbuild')
  const folder = path.join(__dirname, 'browser')
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'main.ts'), path.join(folder, 'page.css')],
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
  const textOf = (end: string) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? ''
  return { script: textOf('.js'), style: textOf('.css') }
}
