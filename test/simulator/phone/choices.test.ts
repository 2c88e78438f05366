import {
  DEVICES,
  deviceOf,
  readFontSize,
  readNet,
  readWidth,
} from '../../../simulator/phone/choices'

const query = (text: string) => new URLSearchParams(text)

test.each([
  ['', 'wifi'],
  ['net=offline', 'offline'],
  ['net=2g', '2g'],
  ['net=constructor', 'wifi'],
])('"%s" asks for the network %s', (text, expected) => {
  expect(readNet(query(text))).toBe(expected)
})

test.each([
  ['', 0],
  ['width=320', 320],
  ['width=768', 768],
  ['width=321', 0],
  ['width=wide', 0],
])('"%s" asks for the width %d', (text, expected) => {
  expect(readWidth(query(text))).toBe(expected)
})

test.each([
  ['', 17],
  ['font=12', 12],
  ['font=23.8', 23.8],
  ['font=11', 17],
  ['font=27', 17],
  ['font=large', 17],
])('"%s" asks for text of %d points', (text, expected) => {
  expect(readFontSize(query(text))).toBe(expected)
})

test('a width that nobody chose is that of the usual phone; each that may be chosen has its own', () => {
  expect(deviceOf(0).width).toBe(390)
  expect(DEVICES.map(({ width }) => deviceOf(width))).toEqual(DEVICES)
})
