import { spawn } from 'node:child_process'
import path from 'node:path'

const run = (project: string, program: string, parameters: string[]) =>
  spawn(process.execPath, [path.join(project, program), ...parameters], {
    cwd: project,
    env: { PATH: process.env.PATH ?? '', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** What a program of the project says until it ends, and how it ends. */
export const ended = (project: string, program: string, ...parameters: string[]) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = run(project, program, parameters)
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('close', (code) => resolve({ code, said }))
  })

/** `npm start` in a project, on a free port. @throws Error with what it said, where it ended instead */
export const startProject = (project: string): Promise<{ url: string; stop(): Promise<unknown> }> =>
  new Promise((resolve, reject) => {
    const child = run(project, 'scripts/run.cjs', ['start', '--env', 'no.env'])
    const exit = new Promise((gone) => child.on('exit', gone))
    let said = ''
    const listen = (chunk: unknown) => {
      said += String(chunk)
      const [url] = /(?<=open {2})http:\S+(?=\n)/.exec(said) ?? []
      if (url) resolve({ url, stop: () => (child.kill('SIGINT'), exit) })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('close', () => reject(new Error(said)))
  })
