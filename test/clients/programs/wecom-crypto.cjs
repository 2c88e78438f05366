// @wecom/crypto: the callback crypto that Tencent's own people published.
'use strict'
const crypto = require('@wecom/crypto')

module.exports = () => ({
  sign: crypto.getSignature,
  encrypt: (encodingAesKey, message, receiveId, random) =>
    random === undefined
      ? crypto.encrypt(encodingAesKey, message, receiveId)
      : crypto.encrypt(encodingAesKey, message, receiveId, Buffer.from(random)),
  decrypt: (encodingAesKey, encrypted) => {
    const { message, id, random } = crypto.decrypt(encodingAesKey, encrypted)
    return { message, receiveId: id, random: random.toString() }
  },
  signForPage: crypto.getJsApiSignature,
})
