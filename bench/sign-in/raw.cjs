// The least that a sign-in can be: three requests with node:http, no checks, no session, no store.
'use strict'
const http = require('node:http')

const agent = new http.Agent({ keepAlive: true })
/** @param {string} path @returns {Promise<any>} */
const get = (path) =>
  new Promise((resolve, reject) => {
    http
      .get(process.env.WECOM_API_BASE + path, { agent }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () => resolve(JSON.parse(text)))
      })
      .on('error', reject)
  })

let token = ''
/** @param {{ jsCode: string }} event */
exports.main = async ({ jsCode }) => {
  token ||= (await get('/cgi-bin/gettoken?corpid=c&corpsecret=s')).access_token
  const who = await get(
    `/cgi-bin/miniprogram/jscode2session?access_token=${token}&js_code=${jsCode}&grant_type=authorization_code`,
  )
  const member = await get(`/cgi-bin/user/get?access_token=${token}&userid=${who.userid}`)
  return { ok: true, data: { employee: { userId: member.userid, name: member.name } } }
}
