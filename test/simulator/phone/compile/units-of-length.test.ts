import {
  rewriteLengths,
  rewriteMediaLengths,
} from '../../../../simulator/phone/compile/units-of-length'

test.each([
  ['750rpx', 'calc(100cqw * 750 / 750)'],
  ['0 24rpx -8rpx', '0 calc(100cqw * 24 / 750) calc(100cqw * -8 / 750)'],
  ['.5rpx', 'calc(100cqw * .5 / 750)'],
  ['calc(100vh - 88rpx)', 'calc(100cqh - calc(100cqw * 88 / 750))'],
  ['50vw 1.5vmin', '50cqw 1.5cqmin'],
])('the length %s is measured by the page: %s', (written, compiled) => {
  expect(rewriteLengths(written)).toBe(compiled)
})

test.each(['url(icon-20rpx.png)', 'var(--a20rpx)', '#20rpx', '12px 1em 30%'])(
  'what is not such a length stays: %s',
  (value) => {
    expect(rewriteLengths(value)).toBe(value)
  },
)

test('media queries count a phone as 375 points wide', () => {
  expect(rewriteMediaLengths('(min-width: 750rpx)')).toBe('(min-width: 375px)')
})
