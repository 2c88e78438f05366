// The door of every npm script: it must run on an old Node and without node_modules, so it is plain
// old JavaScript that needs nothing. Usage: node scripts/run.cjs NAME [arguments]
'use strict'
var childProcess = require('child_process')
var fs = require('fs')
var path = require('path')

var root = path.join(__dirname, '..')
var major = Number(process.versions.node.split('.')[0])

if (major < 20) {
  process.stderr.write(
    '工牌需要 Node.js 20 或更新的版本，当前是 ' +
      process.versions.node +
      '。 ' +
      'Gongpai needs Node.js 20 or newer; this is ' +
      process.versions.node +
      '.\n'
  )
  process.exit(1)
}

// npm writes this file last: a folder without it is an installation that was cut off.
if (!fs.existsSync(path.join(root, 'node_modules', '.package-lock.json'))) {
  process.stderr.write('正在安装依赖，仅第一次需要。 Installing dependencies, this once.\n')
  var install = childProcess.spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32'
    }
  )
  if (install.status !== 0) process.exit(install.status || 1)
}

require('tsx/cjs')
require('./' + process.argv[2] + '.ts')
