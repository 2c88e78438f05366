// npm run docs: writes the pages that are made from the source.
import { writeFileSync } from 'node:fs'
import { errorsPage } from './errors-page'
import { inRoot } from './paths'

const target = inRoot('docs', 'errors.md')
writeFileSync(target, errorsPage())
console.log(target)
