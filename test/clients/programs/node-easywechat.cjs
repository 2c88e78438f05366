// node-easywechat: its base URL can be set. It loads only beside node-socialite 1.4.1: newer ones lack
// a file that it requires.
'use strict'
const http = require('node:http')
const { ServerRequest, Work } = require('node-easywechat')

module.exports = ({ baseUrl, corpId, agentId, secret, callbackToken, encodingAesKey }) => {
  const open = () =>
    new Work({
      corp_id: corpId,
      agent_id: agentId,
      secret,
      token: callbackToken,
      aes_key: encodingAesKey,
      http: { baseURL: baseUrl },
      oauth: { redirect_url: 'https://badge.example.com/callback' },
    })
  const app = open()
  const events = []

  /** Answers one request of WeCom's, as its documentation has it. */
  const serve = async (receiver, request) => {
    receiver.setRequest(await ServerRequest.createFromIncomingMessage(request))
    const server = receiver.getServer()
    if (server.getHandlers().length === 0) {
      server.handleContactChanged((message, next) => {
        events.push(message.toObject())
        return next(message)
      })
    }
    return server.serve()
  }

  return {
    accessToken: () => app.getAccessToken().getToken(),
    get: async (path, params) => {
      const response = await app.getClient().get(path, { params })
      return { failed: response.isFailed(), reply: response.toObject() }
    },
    authorizeUrl: async () => (await app.getOAuth()).redirect(),
    oauthBaseUrl: async () => (await app.getOAuth()).getBaseUrl(),
    userOf: async (authCode) => (await app.getOAuth()).userFromCode(authCode),
    events: () => events,
    /** Receives events, with one application for each or one for all; gives the URL. */
    listen: (how) =>
      new Promise((resolve) => {
        const server = http.createServer(async (request, response) => {
          try {
            const answer = await serve(how === 'one for all' ? app : open(), request)
            response.writeHead(answer.getStatusCode()).end(answer.getBody())
          } catch (error) {
            response.writeHead(500).end(error.message)
          }
        })
        server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`))
      }),
  }
}
