/**
 * Where WeCom's documents leave two answers open. The defaults are what was seen most often; a test
 * that must hold in both worlds sets the other one.
 */
export interface Choices {
  /**
   * A second gettoken while the first token lives: the same token (documents before 2020), another
   * one beside it, or another one that kills the first. Today's page is silent.
   * https://developer.work.weixin.qq.com/document/path/91039
   */
  repeatedGettoken: 'same' | 'another' | 'replace'
  /** A corpid that nobody has; 2000002 in the table. */
  unknownCorp: 40013 | 2000002
  /** What a token answers after WeCom took it back early. */
  invalidatedToken: 40014 | 42001
  /** gettoken with the right secret of a disabled app: the table lists both. */
  disabledAppAtGettoken: 50003 | 40001
  /** A js_code that was exchanged before. 42022 exists in the table; nobody says which call uses it. */
  usedCode: 40029 | 42022
  /** A js_code older than five minutes; 42003 in the table. */
  expiredCode: 40029 | 42003
  /** A member who exists but is outside the app's visible range (可见范围). */
  invisibleMember: 60111 | 60011 | 60021 | 50002
  /** Sign-in to a mini program that the corp has not linked. */
  notLinked: 90206 | 90207 | 90208
  /** A department that is not there; the table has both. */
  unknownDepartment: 60123 | 60003
  /** A parameter of a JSON body that is not there, where the table has no number of its own. */
  missingParameter: 40058 | 40063
  /** `\uXXXX` in a JSON body: the table has 40033 for it; some calls were seen to read it. */
  escapedCharacters: 40033 | 'read'
  /**
   * Where it shows that the page of a redirect_uri is on no trusted domain (可信域名) of the app: on
   * the authorize page, or only at the exchange (50001). Both were seen.
   */
  untrustedDomain: 'authorize' | 'exchange'
  /** snsapi_privateinfo without agentid: one page says both "as snsapi_base" and "an error". */
  privateInfoWithoutAgent: 'base' | 'error'
  /** errcode of the old user/getuserinfo: clients in use expect each of these. */
  oldGetuserinfoErrcode: 'number' | 'text' | 'only on errors'
  /**
   * The errmsg of a refusal: with today's hint of digits, with the older one
   * (`1570000000_12_` and 32 hexadecimal digits), or without anything but its short text.
   */
  refusalText: 'digits' | 'hexadecimal' | 'bare'
  /** A callback that is sent again: the same bytes, or encrypted and signed anew. */
  retriedCallback: 'same' | 'fresh'
}

type Answers = { readonly [Name in keyof Choices]: readonly [Choices[Name], ...Choices[Name][]] }

/** Every answer that a choice can have, the default first. */
const answers: Answers = {
  repeatedGettoken: ['same', 'another', 'replace'],
  unknownCorp: [40013, 2000002],
  invalidatedToken: [40014, 42001],
  disabledAppAtGettoken: [50003, 40001],
  usedCode: [40029, 42022],
  expiredCode: [40029, 42003],
  invisibleMember: [60111, 60011, 60021, 50002],
  notLinked: [90206, 90207, 90208],
  unknownDepartment: [60123, 60003],
  missingParameter: [40058, 40063],
  escapedCharacters: [40033, 'read'],
  untrustedDomain: ['authorize', 'exchange'],
  privateInfoWithoutAgent: ['base', 'error'],
  oldGetuserinfoErrcode: ['number', 'text', 'only on errors'],
  refusalText: ['digits', 'hexadecimal', 'bare'],
  retriedCallback: ['same', 'fresh'],
}

export const defaultChoices = Object.fromEntries(
  Object.entries(answers).map(([name, [first]]) => [name, first]),
) as unknown as Choices

/**
 * Reads choices as a command line says them, `usedCode=42022`; throws for a name or an answer that
 * is not known, and says which are.
 */
export const readChoices = (given: readonly string[]): Partial<Choices> =>
  Object.fromEntries(given.map(readChoice))

const readChoice = (given: string): [string, unknown] => {
  const at = given.indexOf('=')
  const [name, answer] = [given.slice(0, at), given.slice(at + 1)]
  const known = Object.entries(answers).find(([one]) => one === name)?.[1]
  if (!known) throw new Error(`"${given}" is none of ${Object.keys(answers).join('=, ')}=`)
  const found = known.find((one) => String(one) === answer)
  if (found === undefined) throw new Error(`${name} can be ${known.join(', ')}`)
  return [name, found]
}
