// Prints rings of keys, each for one variable.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { readKeyRing, type RingKey } from '../cloudfunctions/shared/session/key-ring'
import { readSealRing, type SealKey } from '../cloudfunctions/shared/store/seal'
import { createKeyRing, publicHalves, rotateKeyRing } from './key-ring'
import { inRoot } from './paths'
import { createSealRing, rotateSealRing } from './seal-ring'

const usage = `npm run -s keys [-- 选项 options]
  (nothing)         新的 SESSION_KEYS  a fresh SESSION_KEYS
  --rotate          现有的 SESSION_KEYS 加一把一天后启用的密钥  the present ring, and a key that signs a day later
  --public          SESSION_PUBLIC_KEYS，给只验证会话的云函数  the halves that verify
  --store [--rotate] 同上，STORE_KEYS  the same for STORE_KEYS
  --from FILE       现有密钥所在的变量文件，- 为标准输入；默认环境变量，然后 .env.local
                    where the present ring is: a file of variables, or - for standard input with the ring
                    itself; by default the environment, then .env.local`

const readOptions = () =>
  parseArgs({
    options: {
      rotate: { type: 'boolean', default: false },
      public: { type: 'boolean', default: false },
      store: { type: 'boolean', default: false },
      from: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values

const variableIn = (file: string, name: string): string | undefined =>
  parseEnv(readFileSync(file, 'utf8'))[name]

const presentRing = (name: string, from: string | undefined): string => {
  const local = inRoot('.env.local')
  const kept = () => (existsSync(local) ? variableIn(local, name) : undefined)
  const found =
    from === '-'
      ? readFileSync(0, 'utf8')
      : from === undefined
        ? (process.env[name] ?? kept())
        : variableIn(from, name)
  if (!found?.trim()) {
    throw new Error(
      `没有找到现有的 ${name}，见 --help。 There is no ${name} to start from: --help.`,
    )
  }
  return found
}

/** Judged by what the functions judge it by, so that nothing is printed that they would refuse. */
const parseRing = <K>(json: string, read: (json: string) => unknown): K[] => {
  read(json)
  return JSON.parse(json) as K[]
}

const run = () => {
  const { rotate, public: isPublic, store, from, help } = readOptions()
  if (help) return usage
  const sessionRing = () => parseRing<RingKey>(presentRing('SESSION_KEYS', from), readKeyRing)
  const storeRing = () => parseRing<SealKey>(presentRing('STORE_KEYS', from), readSealRing)
  if (store) return JSON.stringify(rotate ? rotateSealRing(storeRing()) : createSealRing())
  if (isPublic) return JSON.stringify(publicHalves(sessionRing()))
  return JSON.stringify(rotate ? rotateKeyRing(sessionRing()) : createKeyRing())
}

try {
  console.log(run())
} catch (error) {
  console.error(error instanceof Error ? error.message : '')
  process.exitCode = 1
}
