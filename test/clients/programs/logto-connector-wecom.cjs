// @logto/connector-wecom: sign-in by web page for Logto, without Logto. Its hosts are fixed.
'use strict'

module.exports = async ({ corpId, agentId, secret, scope }) => {
  const { default: createConnector } = await import('@logto/connector-wecom')
  const config = { corpId, appSecret: secret, agentId: String(agentId), scope }
  const connector = await createConnector({ getConfig: async () => config })
  return {
    link: (redirectUri, userAgent) =>
      connector.getAuthorizationUri({
        state: 'state123',
        redirectUri,
        headers: { userAgent },
        connectorId: 'wecom',
        connectorFactoryId: 'wecom-universal',
        jti: 'jti',
      }),
    user: (code) => connector.getUserInfo({ code }),
  }
}
