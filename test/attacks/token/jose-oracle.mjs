// jose 6, which is an ES module, in a process of its own, as another back-end would have it. Reads one
// JSON order from standard input: { sign: { key, tokens } } or { verify: { keys, tokens, now } }.
import { importJWK, jwtVerify, SignJWT } from 'jose'
import { readFileSync } from 'node:fs'

const { sign, verify } = JSON.parse(readFileSync(0, 'utf8'))

const signAll = async ({ key, tokens }) => {
  const privateKey = await importJWK(key, 'EdDSA')
  return Promise.all(
    tokens.map(({ header, claims }) =>
      new SignJWT(claims).setProtectedHeader(header).sign(privateKey),
    ),
  )
}

const verifyAll = async ({ keys, tokens, now }) => {
  const imported = new Map()
  for (const key of keys) imported.set(key.kid, await importJWK(key, 'EdDSA'))
  const options = {
    algorithms: ['EdDSA'],
    issuer: 'gongpai',
    audience: 'gongpai',
    typ: 'gongpai-session+jwt',
    requiredClaims: ['sub', 'cid', 'aid', 'via', 'sid', 'iat', 'exp'],
    clockTolerance: 30,
    currentDate: new Date(now * 1000),
  }
  const accepts = (token) =>
    jwtVerify(token, ({ kid }) => imported.get(kid), options).then(
      () => true,
      () => false,
    )
  const verdicts = []
  for (const token of tokens) verdicts.push(await accepts(token))
  return verdicts
}

console.log(JSON.stringify(await (sign ? signAll(sign) : verifyAll(verify))))
