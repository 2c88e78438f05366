// passport-wechat-work: the scan login (扫码登录) for passport. Its hosts are fixed.
'use strict'
const http = require('node:http')
const passport = require('passport')
const Strategy = require('passport-wechat-work')

module.exports = ({ corpId, agentId, secret }) => {
  let kept
  passport.use(
    new Strategy(
      { corpId, corpSecret: secret, agentId, callbackURL: '/callback', state: 'STATE' },
      (profile, done) => done(null, profile),
      (done) => done(null, kept),
      (accessToken) => void (kept = accessToken),
    ),
  )
  return {
    /** A site on which every path wants a sign-in; answers who it is, or 401. Gives the URL. */
    listen: () =>
      new Promise((resolve) => {
        const server = http.createServer((request, response) => {
          request.query = Object.fromEntries(new URL(request.url, 'http://site').searchParams)
          const signIn = passport.authenticate('wechat-work', (error, user) => {
            if (user) response.end(JSON.stringify(user))
            else response.writeHead(401).end(JSON.stringify(error))
          })
          signIn(request, response)
        })
        server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`))
      }),
  }
}
