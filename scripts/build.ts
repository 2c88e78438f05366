// Builds what needs building: one self-contained index.js for each cloud function. The mini program
// needs none, WeChat DevTools compiles it.
import { buildFunctions } from './functions'

buildFunctions().then(
  (built) => {
    for (const { name, kilobytes } of built) console.log(`${name}  ${kilobytes} KB`)
  },
  () => {
    // esbuild has printed what is wrong and where.
    process.exitCode = 1
  },
)
