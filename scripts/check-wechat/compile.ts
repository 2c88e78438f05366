import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inRoot } from '../paths'
import { complaintOf, type Complaint, type Thrown } from './complaint'
import { inspect, type Package } from './inspect'

/** Exactly this one: how its errors read, and what of it is replaced, was looked at. */
export const compilerPackage = 'miniprogram-ci@2.1.42'

// An installation of 276 MB over a slow line.
const longestMs = 15 * 60_000

export interface Compilation {
  /** Empty when it did not compile. */
  contents: Package
  complaints: Complaint[]
}

/** The compiler could not be installed, or did not run. */
export class CompilerAway extends Error {}

/**
 * Compiles a copy of the mini program with WeChat's own compiler, by the settings of its
 * project.config.json, and looks at what came out.
 *
 * @param project The folder of project.config.json.
 * @throws CompilerAway
 */
export const compileMiniProgram = async (project: string): Promise<Compilation> => {
  const work = mkdtempSync(path.join(os.tmpdir(), 'gongpai-wechat-'))
  try {
    const folder = path.join(work, 'project')
    const output = path.join(work, 'output')
    mkdirSync(output)
    const root = copyProject(project, folder)
    const said = await runCompiler(folder, output)
    const report = readReport(path.join(output, 'report.json'), said)
    if (report.compiled) {
      const contents = readPackage(path.join(output, 'compiled'))
      return { contents, complaints: inspect(contents) }
    }
    const read = (file: string) => textOf(path.join(folder, root, file))
    return { contents: new Map(), complaints: [complaintOf(report, { folder, root, read })] }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const copyProject = (project: string, folder: string): string => {
  const { miniprogramRoot } = JSON.parse(
    readFileSync(path.join(project, 'project.config.json'), 'utf8'),
  ) as { miniprogramRoot: string }
  for (const part of ['project.config.json', miniprogramRoot]) {
    cpSync(path.join(project, part), path.join(folder, part), { recursive: true })
  }
  return miniprogramRoot
}

/** Runs it in an installation of npx's own, and answers what it wrote to its standard error. */
const runCompiler = (folder: string, output: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const program = inRoot('scripts', 'check-wechat', 'compiler.cjs')
    const child = spawn(
      'npx',
      ['--yes', `--package=${compilerPackage}`, '--', 'node', program, folder, output],
      {
        // Not inside the tree, whose node_modules it would look at first.
        cwd: output,
        // Of its thousand packages none gets to run anything while it is installed.
        env: { ...process.env, npm_config_ignore_scripts: 'true', npm_config_loglevel: 'error' },
        stdio: ['ignore', 'ignore', 'pipe'],
        shell: process.platform === 'win32',
        timeout: longestMs,
      },
    )
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk))
    child.on('error', ({ message }) => reject(new CompilerAway(message)))
    child.on('close', () => resolve(said))
  })

type Report = { compiled: true } | ({ compiled: false } & Thrown)

const readReport = (file: string, said: string): Report => {
  // Without one it was not the compiler that ended, but npx.
  if (!existsSync(file)) throw new CompilerAway(reasonIn(said))
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}

const reasonIn = (said: string): string => {
  const lines = said.trim().split('\n')
  const ofNpm = lines.filter((line) => line.startsWith('npm error'))
  return (ofNpm.length > 0 ? ofNpm.slice(0, 4) : lines.slice(-4)).join('\n')
}

const readPackage = (folder: string): Package => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  return new Map(
    files.map((file) => [
      path.relative(folder, file).split(path.sep).join('/'),
      readFileSync(file),
    ]),
  )
}

const textOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined
