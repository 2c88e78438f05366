// npm run prove:mutants [-- RUNS]: puts one fault at a time into the shared access token and plays the
// schedules against it. A fault that no promise finds means that the promises are too weak: exit 1.
import { build, type Plugin } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { mutants, type Mutant } from './mutants'
import { inRoot } from './paths'

const [runs = 200] = process.argv.slice(2).map(Number)
// An endless loop in a fault is a find as well.
const longestMs = 240_000
const source = inRoot('cloudfunctions', 'shared', 'access-token')
const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-mutants-'))

const mutate = ({ name, file, from, to }: Mutant): Plugin => ({
  name: 'mutant',
  setup({ onLoad }) {
    const edited = path.join(source, file)
    const text = readFileSync(edited, 'utf8')
    // An edit that means nothing any more would look like a fault that was found.
    if (text.split(from).length !== 2)
      throw new Error(`"${name}" does not fit ${file} exactly once`)
    onLoad({ filter: /\.ts$/ }, ({ path: loaded }) =>
      loaded === edited ? { contents: text.replace(from, () => to), loader: 'ts' } : undefined,
    )
  },
})

const compile = async (mutant: Mutant, place: number): Promise<string> => {
  const outfile = path.join(folder, `mutant-${place}.cjs`)
  await build({
    entryPoints: [inRoot('test/cloudfunctions/shared/access-token/model/first-broken.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    plugins: [mutate(mutant)],
  })
  return outfile
}

/** What the schedules say of it: a broken promise, or nothing. */
const play = (file: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [file, String(runs)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: longestMs,
      killSignal: 'SIGKILL',
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk))
    child.on('close', (status) => {
      if (status === 0) resolve('')
      else resolve(said.trim() || (status === null ? 'does not end' : 'crashes'))
    })
  })

const main = async (): Promise<void> => {
  // All edits are tried before the first is played.
  const files = await Promise.all(mutants.map(compile))
  let killed = 0
  const waiting = mutants.map(({ name }, place) => ({ name, file: files[place] ?? '' }))
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const broken = await play(next.file)
      if (broken) killed++
      console.log(broken ? `killed    ${next.name} — ${broken}` : `SURVIVED  ${next.name}`)
    }
  }
  await Promise.all(Array.from({ length: 2 }, work))
  console.log(`${killed} of ${mutants.length} seeded faults found`)
  if (killed < mutants.length) process.exitCode = 1
}

void main().finally(() => rmSync(folder, { recursive: true }))
