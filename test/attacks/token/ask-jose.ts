import { execFileSync } from 'node:child_process'
import { inRoot } from '../../../scripts/paths'
import { nowSeconds, ring, signing } from './forger'

const order = (text: object): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [inRoot('test/attacks/token/jose-oracle.mjs')], {
      encoding: 'utf8',
      cwd: inRoot(),
      input: JSON.stringify(text),
      maxBuffer: 256 * 1024 * 1024,
    }),
  )

/** Signs with our signing key, as jose does. */
export const signWithJose = (tokens: { header: object; claims: object }[]): string[] => {
  const { kid, x, d } = signing
  return order({ sign: { key: { kty: 'OKP', crv: 'Ed25519', kid, x, d }, tokens } }) as string[]
}

/** Whether jose, told our rules, takes each for a session. */
export const verifyWithJose = (tokens: string[]): boolean[] => {
  const keys = ring.map(({ kid, x }) => ({ kty: 'OKP', crv: 'Ed25519', kid, x }))
  return order({ verify: { keys, tokens, now: nowSeconds } }) as boolean[]
}
