import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { inRoot } from '../paths'

/** Where the mini program finds the one package that it brings. */
export const vendoredFile = inRoot('miniprogram', 'vendor', 'qr-code.js')

/**
 * The smallest build of lean-qr, as one script for the phone, with the TextEncoder that phones lack. With it
 * in the tree WeChat DevTools needs no 构建 npm, and a fresh clone opens as it is.
 */
export const bundleQrCode = async (): Promise<string> => {
  const folder = inRoot('node_modules', 'lean-qr')
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    version: string
  }
  const licence = readFileSync(`${folder}/LICENSE`, 'utf8').trim()
  const { outputFiles } = await build({
    stdin: {
      contents: "export { correction, generate } from 'lean-qr/nano'",
      resolveDir: inRoot(),
    },
    bundle: true,
    inject: [inRoot('scripts', 'vendored', 'text-encoder.ts')],
    write: false,
    minify: true,
    format: 'cjs',
    target: 'es2015',
    charset: 'utf8',
    banner: { js: `/*\nlean-qr ${version}, written by npm run vendor\n\n${licence}\n*/` },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
