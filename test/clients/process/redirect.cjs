// Loaded before a client, which may have WeCom's host in its source: what it asks of that host goes to
// the address in WECOM, and what it asks of any other but this machine fails.
'use strict'
const http = require('node:http')
const https = require('node:https')

const { WECOM } = process.env
const ofThisMachine = /^(localhost|127\.0\.0\.1)$/

const request = http.request
/** The two forms of node's own http.request: (url, options?, callback?) and (options, callback?). */
const redirected = (secure) =>
  function (first, ...rest) {
    const isUrl = typeof first === 'string' || first instanceof URL
    const options = isUrl && typeof rest[0] === 'object' ? rest.shift() : {}
    const asked = isUrl ? { ...urlParts(new URL(first)), ...options } : { ...first }
    const host = asked.hostname ?? asked.host ?? 'localhost'
    if (ofThisMachine.test(host)) return request(asked, ...rest)
    const isWecom = secure && host === 'qyapi.weixin.qq.com'
    if (!isWecom || !WECOM) throw new Error(`this client may not reach ${host}`)
    const { hostname, port } = new URL(WECOM)
    // An agent for TLS opens no plain connections.
    const { agent, ...kept } = asked
    return request({ ...kept, protocol: 'http:', hostname, host: hostname, port }, ...rest)
  }

const urlParts = ({ protocol, hostname, port, pathname, search }) => ({
  protocol,
  hostname,
  ...(port && { port }),
  path: pathname + search,
})

const replace = (protocol, send) => {
  protocol.request = send
  protocol.get = (...parameters) => {
    const sent = send(...parameters)
    sent.end()
    return sent
  }
}

replace(http, redirected(false))
replace(https, redirected(true))
