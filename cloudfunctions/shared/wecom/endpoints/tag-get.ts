import type { Call } from '../call'
import type { Reader } from '../reader'

/** 标签 with all that the app may see of it. A whole department can bear a tag. */
export interface TagHolders {
  name: string
  userIds: string[]
  departmentIds: number[]
}

/**
 * GET /cgi-bin/tag/get. Any app may ask for any tag of its corp.
 * https://developer.work.weixin.qq.com/document/path/90213
 */
export const tagGet =
  (call: Call) =>
  (accessToken: string, tagId: number): Promise<TagHolders> =>
    call({
      kind: 'read',
      path: '/cgi-bin/tag/get',
      query: { access_token: accessToken, tagid: String(tagId) },
      read: readTagHolders,
    })

const readTagHolders = (reply: Reader): TagHolders => ({
  name: reply.text('tagname'),
  userIds: reply.objects('userlist').map((member) => member.text('userid')),
  departmentIds: reply.integers('partylist'),
})
