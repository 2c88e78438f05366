import fc from 'fast-check'
import { html } from '../../../../simulator/wecom/web/html'
import { readRedirectUri } from '../../../../simulator/wecom/web/redirect-uri'

test('whatever a text says, it stays a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { markup } = html`<p title="${text}">${text}</p>`
      const inside = markup.replace(/^<p title="/, '').replace(/<\/p>$/, '')
      expect(inside.replace('">', '')).not.toMatch(/[<>"']/)
    }),
  )
})

test('pieces made by html are put in as they are, and nothing for what is not there', () => {
  const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
  expect(html`${items}${undefined}${false}`.markup).toBe('<li>a</li><li>&#60;b&#62;</li>')
})

test('an address leads back with what was added, and with all that it had', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (given) => {
      const before = new URL(given)
      const after = new URL(readRedirectUri(given)?.with({ code: 'c', state: 's' }) ?? '')
      expect(after.host + after.pathname + after.hash).toBe(
        before.host + before.pathname + before.hash,
      )
      expect(after.search.endsWith('code=c&state=s')).toBe(true)
      expect(after.search.startsWith(before.search)).toBe(true)
    }),
  )
})
