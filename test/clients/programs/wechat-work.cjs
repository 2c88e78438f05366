// wechat-work: the only package for Node that wraps jscode2session of WeCom. Its hosts are fixed.
'use strict'
const { Commander, EnumSecretType } = require('wechat-work')

module.exports = ({ corpId, agentId, secret }) => {
  const app = String(agentId)
  const kept = new Map()
  const commander = new Commander({
    corpId,
    apps: [{ agentId: app, agentSecret: secret }],
    getFromCacheMethod: async (key) => kept.get(key),
    saveToCacheMethod: async (key, content, ttlSeconds) =>
      void kept.set(key, { content, ttlSeconds }),
  })
  const contacts = () => commander.getContactsCommander(EnumSecretType.Agent, app)

  return {
    accessToken: async () =>
      (await commander.getAccessToken(EnumSecretType.Agent, app)).accessToken,
    session: async (jsCode) => (await commander.getMiniProgramCommander(app)).code2Session(jsCode),
    user: async (userId) => (await contacts()).users.findById(userId),
    usersOf: async (departmentId) =>
      (await contacts()).users.findByDepartmentSimple(departmentId, 0),
    detailsOf: async (departmentId) => (await contacts()).users.findByDepartment(departmentId, 0),
    departments: async () => (await contacts()).departments.find(),
    openIdOf: async (userId) => (await contacts()).users.convertToOpenId(userId),
    userIdOf: async (openId) => (await contacts()).users.convertToUserId(openId),
  }
}
