// @wecom/crypto: the crypto of callbacks, and the signature of pages (JS-SDK). Whoever uses it compares the signature themselves.
'use strict'
const http = require('node:http')
const crypto = require('@wecom/crypto')

module.exports = () => {
  const events = []
  return {
    sign: crypto.getSignature,
    encrypt: (encodingAesKey, message, receiveId, random) =>
      random === undefined
        ? crypto.encrypt(encodingAesKey, message, receiveId)
        : crypto.encrypt(encodingAesKey, message, receiveId, Buffer.from(random)),
    decrypt: (encodingAesKey, encrypted) => {
      const { message, id, random } = crypto.decrypt(encodingAesKey, encrypted)
      return { message, receiveId: id, random: random.toString() }
    },
    signPage: (ticket, nonceStr, timestamp, url) =>
      crypto.getJsApiSignature({ ticket, nonceStr, timestamp, url }).signature,
    events: () => events,
    /** A server for 接收消息 as its documentation has it; answers events in cipher too. Gives the URL. */
    listen: (callbackToken, encodingAesKey) =>
      new Promise((resolve) => {
        const server = http.createServer((request, response) => {
          let body = ''
          request.on('data', (chunk) => (body += chunk))
          request.on('end', () => {
            const query = new URL(request.url, 'http://receiver').searchParams
            const [timestamp, nonce] = [query.get('timestamp'), query.get('nonce')]
            const encrypted =
              query.get('echostr') ?? /<Encrypt><!\[CDATA\[(.*)\]\]><\/Encrypt>/.exec(body)[1]
            const signature = crypto.getSignature(callbackToken, timestamp, nonce, encrypted)
            if (signature !== query.get('msg_signature')) return response.writeHead(403).end()
            const { message, id } = crypto.decrypt(encodingAesKey, encrypted)
            if (request.method === 'GET') return response.end(message)
            events.push(message)
            const reply = crypto.encrypt(encodingAesKey, '<xml></xml>', id)
            const signed = crypto.getSignature(callbackToken, timestamp, nonce, reply)
            response.end(
              `<xml><Encrypt><![CDATA[${reply}]]></Encrypt><MsgSignature><![CDATA[${signed}]]></MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`,
            )
          })
        })
        server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`))
      }),
  }
}
