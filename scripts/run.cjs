// The door of every npm script: it must run on an old Node and without node_modules, so it is plain
// old JavaScript that needs nothing. Usage: node scripts/run.cjs NAME [arguments]
'use strict'
var childProcess = require('child_process')
var fs = require('fs')
var path = require('path')

var root = path.join(__dirname, '..')
var version = process.versions.node.split('.').map(Number)

if (version[0] < 20 || (version[0] === 20 && version[1] < 12)) {
  process.stderr.write(
    [
      '工牌需要 Node.js 20.12 或更新的版本，当前是',
      process.versions.node,
      'Gongpai needs Node.js 20.12 or newer.\n'
    ].join(' ')
  )
  process.exit(1)
}

// npm writes this file last: a folder without it is an installation that was cut off.
if (!fs.existsSync(path.join(root, 'node_modules', '.package-lock.json'))) {
  process.stderr.write('正在安装依赖，仅第一次需要。 Installing dependencies, this once.\n')
  var install = childProcess.spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32'
    }
  )
  if (install.status !== 0) process.exit(install.status || 1)
}

require('tsx/cjs')
// From here on the arguments are the script's own.
var script = path.join(__dirname, process.argv[2] + '.ts')
process.argv.splice(1, 2, script)
require(script)
