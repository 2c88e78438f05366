import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A client that others wrote, at work in a process of its own. */
export interface RunningClient {
  /** Asks its program for something; rejects with the message of what the client threw. */
  ask<T = unknown>(verb: string, ...inputs: unknown[]): Promise<T>
  /** The empty folder that it was started in: what it leaves on the disk lies there. */
  folder: string
  close(): Promise<void>
}

export interface ClientOptions {
  /** Where requests for qyapi.weixin.qq.com go instead; left out: nowhere. */
  wecom?: string
  /** Passed to the program. */
  settings?: object
}

/** What the host process answers. */
type Answer = { id: number } & ({ value: unknown } | { error: string })

/**
 * Starts `programs/<name>.cjs`, which makes the client and names what can be asked of it. The process
 * can reach this machine only: whatever a client asks of WeCom's host goes to `wecom`.
 */
export const runClient = async (
  name: string,
  { wecom = '', settings = {} }: ClientOptions = {},
): Promise<RunningClient> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-client-'))
  const inside = (file: string) => path.join(__dirname, 'process', file)
  const child = fork(inside('host.cjs'), [path.join(__dirname, 'programs', `${name}.cjs`)], {
    cwd: folder,
    execArgv: ['--require', inside('redirect.cjs')],
    env: { PATH: process.env.PATH ?? '', WECOM: wecom, SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += text))

  const waiting = new Map<number, (answer: Answer) => void>()
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer))
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const [id, settle] of waiting) {
        settle({ id, error: `the client's process ended with ${code}: ${printed}` })
      }
      resolve()
    })
  })

  let asked = 0
  const ask: RunningClient['ask'] = async <T>(verb: string, ...inputs: unknown[]) => {
    const id = ++asked
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve)
      child.send({ id, verb, inputs }, (error) => {
        if (error) resolve({ id, error: `the client's process is gone: ${printed}` })
      })
    })
    waiting.delete(id)
    if ('error' in answer) throw new Error(answer.error)
    return answer.value as T
  }

  return {
    ask,
    folder,
    close: async () => {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
