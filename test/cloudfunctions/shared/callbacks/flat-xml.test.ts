import fc from 'fast-check'
import { readFlatXml } from '../../../../cloudfunctions/shared/callbacks/flat-xml'

const read = (xml: string) => {
  const fields = readFlatXml(xml)
  return fields && Object.fromEntries(fields)
}
const refused = undefined

/** Ten times ten times … the same word. */
const laughs = (times: number) => {
  const more = Array.from(
    { length: times },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  )
  return `<!DOCTYPE z [<!ENTITY l0 "ha">${more.join('')}]><xml><UserID>&l${times};</UserID></xml>`
}
const own = (entity: string, rest = '<xml><UserID>&f;</UserID></xml>') =>
  `<!DOCTYPE x [<!ENTITY ${entity}>]>${rest}`

test.each<[what: string, xml: string, fields: Record<string, string> | undefined]>([
  [
    'an event, with text as CDATA and without',
    '<xml><ToUserName><![CDATA[ww1]]></ToUserName><CreateTime>1403610513</CreateTime></xml>',
    { ToUserName: 'ww1', CreateTime: '1403610513' },
  ],
  [
    'an event with spaces and lines between its fields',
    '\n<xml>\n  <Event> <![CDATA[a]]> </Event>\r\n\t<B></B>\n</xml>\n',
    { Event: ' a ', B: '' },
  ],
  [
    'attributes of a member, which are read over',
    '<xml><ExtAttr><Item><Name>a</Name><Type>0</Type></Item><Item><Name>b</Name></Item></ExtAttr><UserID>u</UserID></xml>',
    { UserID: 'u' },
  ],
  ['the five entities', '<xml><N>&lt;&gt;&amp;&quot;&apos;</N></xml>', { N: `<>&"'` }],
  ['what looks like an entity in CDATA', '<xml><N><![CDATA[&lt;<b>]]></N></xml>', { N: '&lt;<b>' }],
  ['two sections of CDATA', '<xml><N><![CDATA[a]]]]><![CDATA[>b]]></N></xml>', { N: 'a]]>b' }],
  ['a number with zeros in front', '<xml><UserID>0012</UserID></xml>', { UserID: '0012' }],
  ['what looks like a hexadecimal number', '<xml><UserID>0x1F</UserID></xml>', { UserID: '0x1F' }],
  ['what looks like a power', '<xml><UserID>1e5</UserID></xml>', { UserID: '1e5' }],
  [
    'a field of the same name further down',
    '<xml><a><UserID>evil</UserID></a><UserID>good</UserID></xml>',
    { UserID: 'good' },
  ],
  [
    'a field called constructor',
    '<xml><constructor><prototype><isAdmin>1</isAdmin></prototype></constructor></xml>',
    {},
  ],
  ['a file as an entity', own('f SYSTEM "file:///etc/passwd"'), refused],
  ['an address as an entity', own('f SYSTEM "http://127.0.0.1:1/"'), refused],
  ['a parameter entity', own('% p SYSTEM "file:///etc/passwd">%p;<!ENTITY f "x"'), refused],
  ['a billion laughs', laughs(9), refused],
  ['a hundred thousand laughs', laughs(5), refused],
  [
    'one long entity, five thousand times',
    own(`a "${'A'.repeat(50_000)}"`, `<xml><UserID>${'&a;'.repeat(5000)}</UserID></xml>`),
    refused,
  ],
  ['an entity of its own', own('f "admin"'), refused],
  ['a character by its number', '<xml><UserID>&#97;</UserID></xml>', refused],
  ['an entity that never ends', '<xml><UserID>&amp</UserID></xml>', refused],
  ['a field called __proto__', '<xml><__proto__><a>1</a></__proto__><b>c</b></xml>', refused],
  ['attributes', '<xml __proto__="1"><UserID __proto__="x">a</UserID></xml>', refused],
  ['a field twice', '<xml><UserID>victim</UserID><UserID>attacker</UserID></xml>', refused],
  ['a field twice, once with more in it', '<xml><a>1</a><a><b>2</b></a></xml>', refused],
  ['a comment in a value', '<xml><UserID>admin<!-- -->istrator</UserID></xml>', refused],
  ['two roots', '<xml><UserID>a</UserID></xml><xml><UserID>b</UserID></xml>', refused],
  ['CDATA in CDATA', '<xml><UserID><![CDATA[a]]>]]><![CDATA[b]]></UserID></xml>', refused],
  ['text beside elements', '<xml>a<b>c</b></xml>', refused],
  ['CDATA beside elements', '<xml><a><![CDATA[]]><b>c</b></a></xml>', refused],
  ['a text for a root', '<xml>a</xml>', refused],
  ['a depth of 20 000', `<xml>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</xml>`, refused],
  ['200 000 fields', `<xml>${'<a>1</a>'.repeat(200_000)}</xml>`, refused],
  ['an end that is missing', '<xml><UserID>a', refused],
  ['CDATA without an end', '<xml><UserID><![CDATA[a</UserID></xml>', refused],
  ['an end in other letters', '<xml><UserID>a</userid></xml>', refused],
  ['an empty element in short', '<xml><UserID/></xml>', refused],
  ['a zero byte', '<xml><UserID>ad\u0000min</UserID></xml>', refused],
  ['a control character in CDATA', '<xml><UserID><![CDATA[\u0007]]></UserID></xml>', refused],
  ['a byte order mark', '\ufeff<xml><UserID>a</UserID></xml>', refused],
  ['a space that XML does not have', '<xml>\u00a0<UserID>a</UserID></xml>', refused],
  ['instructions', '<?xml version="1.0"?><?php x ?><xml><UserID>a</UserID></xml>', refused],
  [
    'an inclusion',
    '<xml xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///x"/></xml>',
    refused,
  ],
  ['nothing', '', refused],
  ['spaces', '  \n', refused],
  ['a page', '<html><body>x</body></html>', refused],
  ['30 000 attributes', `<xml><UserID ${'a='.repeat(30_000)}>x</UserID></xml>`, refused],
  ['60 000 beginnings', '<'.repeat(60_000), refused],
  ['60 000 ends', '</xml>'.repeat(10_000), refused],
])('%s', (_what, xml, fields) => {
  expect(read(xml)).toEqual(fields)
  expect('isAdmin' in {}).toBe(false)
})

const fieldName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,12}$/)
const value = fc
  .string({ unit: 'grapheme' })
  .filter((text) => !/[^\t\n\r\u{20}-\u{10ffff}]|[\ufffe\uffff]/u.test(text))
const inCdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

test('whatever is written field by field is read field by field', () => {
  fc.assert(
    fc.property(fc.dictionary(fieldName, fc.tuple(value, fc.boolean())), (fields) => {
      const written = Object.entries(fields).map(
        ([name, [text, isCdata]]) =>
          `<${name}>${isCdata ? inCdata(text) : escaped(text)}</${name}>`,
      )
      const expected = Object.entries(fields).map(([name, [text]]) => [name, text])
      expect([...(readFlatXml(`<xml>${written.join('')}</xml>`) ?? [])]).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})

test('pieces of XML in any order are read or refused, and never a crash', () => {
  const piece = fc.constantFrom(
    ...['<xml>', '</xml>', '<a>', '</a>', '<![CDATA[', ']]>', '<!--', '-->', '&lt;', '&', '<', '>'],
    ...['x', ' ', '<?', '?>', '<!DOCTYPE', '<b/>', '\u0000', '__proto__', ']]', '张', '/'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const fields = readFlatXml(`<xml>${pieces.join('')}</xml>`)
      for (const name of fields?.keys() ?? []) expect(name).toMatch(/^[A-Za-z]\w*$/)
    }),
    { numRuns: 5000 },
  )
})
