/** Signed by our own key and wrong all the same: other tokens of the house, and mistakes in making one. */
import type { Draw } from './draw'
import { agentId, corpId, goodClaims, header, nowSeconds, signed, type Claims } from './forger'

const otherTypes = [
  ...['JWT', 'jwt', '', 'gongpai-state+jwt', 'gongpai-backend+jwt', 'gongpai-returning+jwt'],
  ...['gongpai-session', 'gongpai-session+jwt ', 'application/gongpai-session+jwt'],
  ...['GONGPAI-SESSION+JWT', null, undefined, ['gongpai-session+jwt']],
]
const otherAudiences = [
  ...['reports', 'gongpai:returning', 'web', 'mini', 'Gongpai', 'gongpai ', '', null, undefined],
  ...[['gongpai'], ['gongpai', 'reports'], {}, 7],
]

export const otherType = (draw: Draw): string =>
  draw.oneOf([
    () => signed({ ...header, typ: draw.oneOf(otherTypes) }, goodClaims(draw)),
    () => signed(header, { ...goodClaims(draw), aud: draw.oneOf(otherAudiences) }),
    () =>
      signed(
        { ...header, typ: draw.oneOf(otherTypes) },
        { ...goodClaims(draw), aud: draw.oneOf(otherAudiences) },
      ),
  ])()

const otherCorps = [
  ...['ww1234567890abcdee', 'WW1234567890ABCDEF', 'wx1234567890abcdef', `${corpId} `],
  ...[`${corpId}\n`, corpId.slice(1), `${corpId},${corpId}`, ''],
]
export const otherCorpOrApp = (draw: Draw): string =>
  signed(header, {
    ...goodClaims(draw),
    ...draw.oneOf([
      { cid: draw.oneOf(otherCorps) },
      { aid: draw.oneOf([agentId + 1, agentId - 1, -agentId, 1, agentId + 0.5]) },
    ]),
  })

const leewaySeconds = 30
const longestLifeSeconds = 86_400

export const otherTime = (draw: Draw): string => {
  const claims = goodClaims(draw)
  const apart = 1 + draw.below(draw.oneOf([1, 10, 1000, 1e6, 1e9]))
  return signed(
    header,
    draw.oneOf([
      () => ({
        ...claims,
        iat: nowSeconds - 4000 - apart,
        exp: nowSeconds - leewaySeconds + 1 - apart,
      }),
      () => ({
        ...claims,
        iat: nowSeconds + leewaySeconds + apart,
        exp: nowSeconds + 5000 + apart,
      }),
      () => ({ ...claims, exp: claims.iat }),
      () => ({ ...claims, exp: claims.iat - apart }),
      () => ({ ...claims, exp: claims.iat + longestLifeSeconds + apart }),
      () => ({ ...claims, iat: claims.exp - longestLifeSeconds - apart }),
      () => ({ ...claims, iat: claims.iat * 1000, exp: claims.exp * 1000 }),
      () => ({ ...claims, exp: claims.exp * 1000 }),
      () => ({ ...claims, exp: -claims.exp }),
      () => ({ ...claims, exp: claims.exp + 0.5 }),
      () => ({ ...claims, iat: claims.iat - 0.5 }),
    ])(),
  )
}

/** Wrong for every claim, whatever it is about. */
const oddValues = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  [],
  {},
  { $ne: '' },
  { $gt: 0 },
  '',
]
const oddTexts = [
  ...[' ', 'a b', 'a/b', '../admin', 'a\0b', 'zhangsan\n', '张三', "' OR 1=1", '<script>'],
  ...['x'.repeat(65), 'ｚｈａｎｇｓａｎ', 'a\u202eb', 'zhang%73an'],
]
const names = Object.keys(
  goodClaims({ below: () => 0, bytes: Buffer.alloc, oneOf: first }),
) as (keyof Claims)[]
function first<T>(list: readonly T[]): T {
  return list[0] as T
}

export const illTyped = (draw: Draw): string => {
  const claims = goodClaims(draw)
  const name = draw.oneOf(names)
  const value = claims[name]
  const odd = draw.oneOf<() => unknown>([
    () => draw.oneOf(oddValues),
    () => draw.oneOf(oddTexts),
    () => [value],
    () => ({ [name]: value }),
    () => (typeof value === 'number' ? String(value) : value.length),
    () => (typeof value === 'number' ? value.toString(36) : `${value}\0`),
  ])()
  return signed(header, { ...claims, [name]: odd })
}

/** Bodies that are no object of claims, or one only to a lenient reader. */
export const jsonTrick = (draw: Draw): string => {
  const claims = goodClaims(draw)
  const text = JSON.stringify(claims)
  const body = draw.oneOf<() => unknown>([
    () => draw.oneOf(['null', 'true', '0', '""', '[]', '{}', '{', '', ' ', 'undefined']),
    () => `[${text}]`,
    () => JSON.stringify(text),
    () => `${text}${draw.oneOf([',', '}', 'x', '\0', text])}`,
    () => `\ufeff${text}`,
    () => text.replaceAll('"', "'"),
    () => text.replace(/"(exp|iat)":/, '$1:'),
    () => text.replace('}', ',}'),
    () =>
      text.replace(
        /"exp":\d+/,
        `"exp":${draw.oneOf(['1e400', 'NaN', 'Infinity', '0x7fffffff', '01'])}`,
      ),
    () => `{"__proto__":${text}}`,
    () => `{"constructor":{"prototype":${text}}}`,
    () => `{"claims":${text}}`,
    () => text.replace(/"sub":"[^"]*"/, '"SUB":"zhangsan"'),
    () => text.replace(/"sub":"[^"]*"/, '"sub":"\\ud800"'),
    () => '['.repeat(500) + ']'.repeat(500),
    () =>
      Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc3, 0x28]), Buffer.from('}')]),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text)]),
    () => `/**/${text}`,
    () => text.replace('}', `,"padding":"${'x'.repeat(3000)}"}`),
  ])()
  return signed(header, body)
}

/** Claims of which nobody can say beforehand whether they are good: for the comparison with jose. */
export const borderline = (draw: Draw): { header: object; claims: object } => ({
  header: draw.below(8) === 0 ? { ...header, typ: draw.oneOf(otherTypes) } : header,
  claims: {
    ...goodClaims(draw),
    ...draw.oneOf<() => object>([
      () => ({}),
      () => ({ exp: nowSeconds - 60 + draw.below(120) }),
      () => ({ iat: nowSeconds - 60 + draw.below(120), exp: nowSeconds + 200 }),
      () => ({ aud: draw.oneOf(['gongpai', ...otherAudiences]) }),
      () => ({ iss: draw.oneOf(['gongpai', 'Gongpai', '', null]) }),
      () => ({ [draw.oneOf(names)]: draw.oneOf([...oddValues, ...oddTexts]) }),
    ])(),
  },
})
