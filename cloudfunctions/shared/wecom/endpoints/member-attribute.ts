import type { Reader } from '../reader'

/** 扩展属性 and 对外属性: what a corp adds to its members. */
export type MemberAttribute =
  | { kind: 'text'; name: string; value: string }
  | { kind: 'web'; name: string; url: string; title: string }
  | { kind: 'miniprogram'; name: string; appId: string; pagePath: string; title: string }

/**
 * Reads one attribute; none for a type that is not documented yet.
 * https://developer.work.weixin.qq.com/document/path/90196
 */
export const readAttribute = (attribute: Reader): MemberAttribute[] => {
  const name = attribute.text('name')
  switch (attribute.integer('type')) {
    case 0:
      return [{ kind: 'text', name, value: attribute.object('text').text('value') }]
    case 1: {
      const web = attribute.object('web')
      return [{ kind: 'web', name, url: web.text('url'), title: web.text('title') }]
    }
    case 2: {
      const app = attribute.object('miniprogram')
      return [
        {
          kind: 'miniprogram',
          name,
          appId: app.text('appid'),
          pagePath: app.text('pagepath'),
          title: app.text('title'),
        },
      ]
    }
    default:
      return []
  }
}
