import { createHmac } from 'node:crypto'

/**
 * 密文 userid: what an app is told instead of the userid of a person it may not know by name: `wo`
 * and 30 characters, the same for one person and one app for ever.
 * https://developer.work.weixin.qq.com/document/path/91507
 */
export const encryptedUserId = (
  appSecret: string,
  person: { corpId: string; userId: string },
): string =>
  'wo' +
  createHmac('sha256', appSecret)
    .update(`${person.corpId}/${person.userId.toLowerCase()}`)
    .digest('base64url')
    .slice(0, 30)
