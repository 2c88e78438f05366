import { encryptedUserId } from '../../../../simulator/wecom/state/encrypted-user-id'

const zhengyuan = { corpId: 'ww5eed000000000002', userId: 'zhengyuan' }

test('is wo and 30 characters that a userid may contain', () => {
  expect(encryptedUserId('a-secret', zhengyuan)).toMatch(/^wo[\w-]{30}$/)
})

test('is the same at every start, and whatever the case of the userid', () => {
  const first = encryptedUserId('a-secret', zhengyuan)
  expect(encryptedUserId('a-secret', { ...zhengyuan })).toBe(first)
  expect(encryptedUserId('a-secret', { ...zhengyuan, userId: 'ZhengYuan' })).toBe(first)
})

test('differs between apps, people and corps', () => {
  const ids = [
    encryptedUserId('a-secret', zhengyuan),
    encryptedUserId('another-secret', zhengyuan),
    encryptedUserId('a-secret', { ...zhengyuan, userId: 'zhengyuan2' }),
    encryptedUserId('a-secret', { ...zhengyuan, corpId: 'ww5eed000000000003' }),
  ]
  expect(new Set(ids).size).toBe(4)
})
