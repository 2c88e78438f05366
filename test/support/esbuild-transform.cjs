'use strict'
// Jest's transform: the same esbuild that builds the functions and the preview.
const { createHash } = require('node:crypto')
const { transformSync, version } = require('esbuild')

module.exports = {
  process: (source, file) => ({
    code: transformSync(source, {
      loader: file.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'node20',
      // Jest's own module registry knows require alone.
      supported: { 'dynamic-import': false },
      sourcemap: 'inline',
      sourcefile: file,
    }).code,
  }),
  getCacheKey: (source, file, { configString }) =>
    createHash('sha1').update([version, source, file, configString].join('\0')).digest('hex'),
}
