// nestjs-wechat-work: a middleware for sign-in and a guard, in an application of its own. Its host is
// fixed. Decorators are called by hand: this file is plain JavaScript.
'use strict'
require('reflect-metadata')
const { Controller, Get, Module, Req, UseGuards } = require('@nestjs/common')
const { NestFactory } = require('@nestjs/core')
const {
  WechatWorkAuthGuard,
  WechatWorkBaseService,
  WechatWorkModule,
} = require('nestjs-wechat-work')

class BadgeController {
  show(request) {
    return request.user
  }
}
const { prototype } = BadgeController
const show = Object.getOwnPropertyDescriptor(prototype, 'show')
Controller()(BadgeController)
Get('badge')(prototype, 'show', show)
UseGuards(WechatWorkAuthGuard)(prototype, 'show', show)
Req()(prototype, 'show', 0)

module.exports = ({ corpId, agentId, secret }) => {
  class Site {}
  Module({
    imports: [
      WechatWorkModule.register({
        baseConfig: {
          corpId,
          agentId: String(agentId),
          agentSecret: secret,
          contactsSecret: 'another-secret',
        },
        authConfig: {
          returnDomainName: 'https://badge.example.com',
          jwtSecret: 'invented-key-of-a-site',
          loginPath: '/login',
          logoutPath: '/logout',
          loginSuccessPath: '/badge',
          loginFailPath: '/failed',
          noRedirectPaths: ['/api/'],
        },
      }),
    ],
    controllers: [BadgeController],
  })(Site)

  const errors = []
  const ignore = () => undefined
  const logger = { log: ignore, warn: ignore, error: (message) => errors.push(String(message)) }
  const started = NestFactory.create(Site, { logger })

  return {
    /** A site whose /badge shows who is signed in; gives its URL. Of itself it says badge.example.com. */
    listen: async () => {
      const app = await started
      await app.listen(0, '127.0.0.1')
      return app.getUrl()
    },
    accessToken: async (kind) => (await started).get(WechatWorkBaseService).getAccessToken(kind),
    errors: () => errors,
  }
}
