/** https://www.npmjs.com/package/@wecom/crypto reads what is made here, and is read here. */
import * as fc from 'fast-check'
import { createOpenCallback } from '../../cloudfunctions/shared/callbacks/callback'
import { readAesKey } from '../../cloudfunctions/shared/callbacks/callback-keys'
import { seal, unseal } from '../../simulator/wecom/callbacks/crypto'
import { systemRandom } from '../../simulator/wecom/state/random'
import { createBrowser, openSite, site } from '../cloudfunctions/web/visitor'
import { corpId, start, type Running } from '../simulator/wecom/running'
import { describeWithClients } from './install'
import { startWecomCrypto, type WecomCrypto } from './wecom-crypto'

interface Signed {
  nonceStr: string
  timestamp: number
  signature: string
}
type Kind = 'config' | 'agentConfig'

const callbackToken = 'SimToken2024'
const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const at = Date.parse('2026-03-02T09:00:00+08:00')

describeWithClients('@wecom/crypto', () => {
  let theirs: WecomCrypto
  beforeAll(async () => {
    theirs = await startWecomCrypto()
  })
  afterAll(() => theirs.close())

  const callbackKeys = { token: callbackToken, aesKey: encodingAesKey, receiveId: corpId }
  const clock = { now: () => at }
  const ours = createOpenCallback(
    { callbackToken, aesKey: readAesKey(encodingAesKey), receiveId: corpId },
    clock,
  )
  const messages = fc.string({ unit: 'grapheme', maxLength: 200 })

  test('signs and opens whatever the simulator seals', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (message) => {
        const { encrypt, timestamp, nonce, msgSignature } = seal(message, callbackKeys, {
          at,
          random: systemRandom,
        })
        expect(await theirs.sign(callbackToken, timestamp, nonce, encrypt)).toBe(msgSignature)
        expect(await theirs.decrypt(encodingAesKey, encrypt)).toMatchObject({
          message,
          receiveId: corpId,
        })
      }),
    )
  })

  test('makes what the simulator and our functions open', async () => {
    const timestamp = String(at / 1000)
    await fc.assert(
      fc.asyncProperty(messages, async (message) => {
        const encrypted = await theirs.encrypt(encodingAesKey, message, corpId)
        expect(unseal(encrypted, callbackKeys)).toBe(message)
        const msgSignature = await theirs.sign(callbackToken, timestamp, 'n0nce', encrypted)
        expect(ours({ msgSignature, timestamp, nonce: 'n0nce' }, encrypted)).toEqual({ message })
      }),
    )
  })

  test('signs our pages for the JS-SDK as our functions do, whatever their address', async () => {
    const company = await openSite()
    const browser = createBrowser(company.main, company.wecom.url, 'zhangsan')
    await browser.visit('/web/')
    const tickets = {
      config: String((await company.wecom.read('get_jsapi_ticket'))['ticket']),
      agentConfig: String(
        (await company.wecom.read('ticket/get', { type: 'agent_config' }))['ticket'],
      ),
    }
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        const url = `${site}${path || '/'}?${query}`
        const answer = await browser.get(`/web/jssdk?url=${encodeURIComponent(url)}`)
        const { data } = JSON.parse(answer.body) as { data: Record<Kind, Signed> }
        for (const kind of ['config', 'agentConfig'] as const) {
          const { nonceStr, timestamp, signature } = data[kind]
          expect(await theirs.signPage(tickets[kind], nonceStr, timestamp, url)).toBe(signature)
        }
      }),
      { numRuns: 50 },
    )
    await company.close()
  })

  describe('as a receiver', () => {
    let wecom: Running
    beforeEach(async () => {
      wecom = await start()
      const url = await theirs.listen(callbackToken, encodingAesKey)
      wecom.setApp({ callback: { url, token: callbackToken, aesKey: encodingAesKey } })
    })
    afterEach(() => wecom.close())

    test('is verified, told who left, and may answer in cipher', async () => {
      expect(await wecom.callbacks.verify()).toMatchObject([{ errcode: 0 }])
      wecom.editMember('zhangsan', { status: 2 })
      await wecom.callbacks.settled()
      expect(wecom.callbacks.deliveries()).toMatchObject([
        { event: 'unsubscribe', about: 'zhangsan', state: 'delivered' },
      ])
      const [event] = await theirs.events()
      expect(event).toContain('<FromUserName><![CDATA[zhangsan]]></FromUserName>')
    })
  })

  describe('where it is broken', () => {
    const encryptedHello = () => theirs.encrypt(encodingAesKey, 'hello', corpId, '0123456789abcdef')
    const withLastByteFlipped = (encrypted: string) => {
      const bytes = Buffer.from(encrypted, 'base64')
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
      return bytes.toString('base64')
    }

    test('it opens what was changed on the way, which the simulator and our functions refuse', async () => {
      const spoilt = withLastByteFlipped(await encryptedHello())
      expect(await theirs.decrypt(encodingAesKey, spoilt)).toMatchObject({ message: 'hello' })
      expect(() => unseal(spoilt, callbackKeys)).toThrow('padding')
      const timestamp = String(at / 1000)
      const msgSignature = await theirs.sign(callbackToken, timestamp, 'n0nce', spoilt)
      expect(ours({ msgSignature, timestamp, nonce: 'n0nce' }, spoilt)).toEqual({
        refusal: expect.any(String),
      })
    })

    test('of an empty text it says only that memory has bounds', async () => {
      await expect(theirs.decrypt(encodingAesKey, '')).rejects.toThrow('outside buffer bounds')
    })
  })
})
