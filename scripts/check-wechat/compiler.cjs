// Runs inside the installation that npx made: node compiler.cjs PROJECT OUTPUT. It compiles the project
// with WeChat's own compiler and writes report.json, and below compiled/ what would go into the package.
'use strict'
const { generateKeyPairSync } = require('node:crypto')
const dns = require('node:dns')
const fs = require('node:fs')
const path = require('node:path')

const [projectPath, output] = process.argv.slice(2)

// The compiler asks servicewechat.com for a list and reports what it did. It works without either, and
// what is compiled here stays here.
for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name]
dns.lookup = (host, options, callback = options) =>
  process.nextTick(
    callback,
    Object.assign(new Error(`${host} is not asked`), { code: 'ENOTFOUND' }),
  )

/** npx puts the commands of what it has installed first on the PATH. */
const installation = () => {
  const modules = (process.env.PATH ?? process.env.Path ?? '')
    .split(path.delimiter)
    .map((bin) => path.join(bin, '..', 'miniprogram-ci'))
    .find((folder) => fs.existsSync(path.join(folder, 'package.json')))
  if (!modules) throw new Error('npx did not put miniprogram-ci on the PATH')
  return modules
}

/** The compiler wants the key that uploads are signed with. One that nobody knows will do. */
const writeThrowawayKey = () => {
  const file = path.join(output, 'throwaway.key')
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  fs.writeFileSync(file, privateKey)
  return file
}

const compile = async () => {
  const compiler = require(installation())
  const { appid } = JSON.parse(
    fs.readFileSync(path.join(projectPath, 'project.config.json'), 'utf8'),
  )
  const project = new compiler.Project({
    appid,
    type: 'miniProgram',
    projectPath,
    privateKeyPath: writeThrowawayKey(),
    ignores: [],
  })
  // WeChat's server would be asked here what this AppID may do: nobody's may be known to a check.
  project.attr = async () => compiler.DefaultProjectAttr
  return compiler.getCompiledResult({
    project,
    setting: { useProjectConfig: true },
    onProgressUpdate() {},
  })
}

const report = (told) => fs.writeFileSync(path.join(output, 'report.json'), JSON.stringify(told))

compile()
  .then(
    (compiled) => {
      for (const [file, contents] of Object.entries(compiled)) {
        const target = path.join(output, 'compiled', file)
        fs.mkdirSync(path.dirname(target), { recursive: true })
        fs.writeFileSync(target, contents)
      }
      report({ compiled: true })
    },
    ({ path: file, message }) => report({ compiled: false, file, message }),
  )
  // Its worker processes would keep it alive for ever.
  .then(() => process.exit(0))
