import { rawDataSignature, sealedJson } from '../../../../simulator/wecom/wire/sealed'

test('JSON is sealed byte for byte as WeCom seals it', () => {
  const plain = {
    corpid: 'ww1234567890abcdef',
    userid: 'zhangsan',
    name: '张三',
    gender: 1,
    watermark: { appid: 'wx0123456789abcdef', timestamp: 1700000000 },
  }
  const iv = Buffer.from('AAECAwQFBgcICQoLDA0ODw==', 'base64')
  expect(sealedJson(plain, { sessionKey: 'kJtdi6RF+Dv67QkbLlPGjw==', iv })).toEqual({
    encryptedData:
      '82dXoHdEafUBlpJ2TN5+n4hi2Uh4c3f1IOwSdGM7kgTRI7vj+nSnmxhVnNuWAeG1ebOr+K8iXwibsZtRSpRDgfHgKJzW' +
      'pdctRsoTyC5nLFJ86ye45T2D5ejSqzR7GwXezSYX0LD3c8uss0w+C5Zc3R6YK8auqLt3ydT/wK6JCUHxhm5UYrOe+9m4' +
      'hSOluDfmOR4JxKz5hLkXkkgu4QtH7w==',
    iv: 'AAECAwQFBgcICQoLDA0ODw==',
  })
})

test('the signature is that of the official example', () => {
  const rawData =
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong",' +
    '"country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7' +
    'bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}'
  expect(rawDataSignature(rawData, 'HyVFkGl5F5OQWJZZaNzBBg==')).toBe(
    '75e81ceda165f4ffa64f4068af58c64b8f54b88c',
  )
})

test('the signature of Chinese text is taken over its UTF-8', () => {
  expect(
    rawDataSignature('{"name":"张三","gender":1,"language":"zh_CN"}', 'kJtdi6RF+Dv67QkbLlPGjw=='),
  ).toBe('9ef8a17b862aa1447d67d6165873a1a324022d83')
})
