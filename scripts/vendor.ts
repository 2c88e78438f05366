// npm run vendor: writes what the mini program brings of a package, from its pinned version.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bundleQrCode, vendoredFile } from './vendored/qr-code'

bundleQrCode().then((script) => {
  mkdirSync(path.dirname(vendoredFile), { recursive: true })
  writeFileSync(vendoredFile, script)
  console.log(`${vendoredFile}  ${Math.ceil(script.length / 1024)} KB`)
})
