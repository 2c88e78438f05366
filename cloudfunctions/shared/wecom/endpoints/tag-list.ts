import type { Call } from '../call'

/** 标签. */
export interface Tag {
  id: number
  name: string
}

/**
 * GET /cgi-bin/tag/list: to an ordinary app, the tags that it made itself.
 * https://developer.work.weixin.qq.com/document/path/90216
 */
export const tagList =
  (call: Call) =>
  (accessToken: string): Promise<Tag[]> =>
    call({
      kind: 'read',
      path: '/cgi-bin/tag/list',
      query: { access_token: accessToken },
      read: (reply) =>
        reply
          .objects('taglist')
          .map((tag) => ({ id: tag.integer('tagid'), name: tag.text('tagname') })),
    })
