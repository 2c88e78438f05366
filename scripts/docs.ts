// npm run docs: writes the pages that are made from the source.
import { readFileSync, writeFileSync } from 'node:fs'
import { withMethods } from './automation-table'
import { withCoverage, withPreviewCoverage } from './coverage-tables'
import { cloudbaserc, withFunctions } from './deploy-page'
import { errorsPage } from './errors-page'
import { inRoot } from './paths'

const write = (file: string, text: string): void => {
  writeFileSync(file, text)
  console.log(file)
}

write(inRoot('docs', 'errors.md'), errorsPage())
const readme = inRoot('simulator', 'README.md')
write(readme, withCoverage(readFileSync(readme, 'utf8')))
const preview = inRoot('simulator', 'phone', 'README.md')
write(preview, withPreviewCoverage(readFileSync(preview, 'utf8')))
const deploy = inRoot('docs', 'deploy.md')
write(deploy, withFunctions(readFileSync(deploy, 'utf8')))
write(inRoot('cloudbaserc.json'), cloudbaserc())
const automation = inRoot('docs', 'automation.md')
write(automation, withMethods(readFileSync(automation, 'utf8')))
