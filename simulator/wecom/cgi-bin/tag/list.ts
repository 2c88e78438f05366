import { contactSyncAgentId } from '../../state/contact-sync'
import type { Endpoint } from '../endpoint'

/**
 * GET /cgi-bin/tag/list 获取标签列表: an app is told of the tags that it created; those of the admin
 * console are not among them. 通讯录同步 is told of all.
 * https://developer.work.weixin.qq.com/document/path/90216
 */
export const listTags: Endpoint = (_given, { corp, app }) => ({
  taglist: corp.tags
    .filter(({ createdBy }) => app.agentId === contactSyncAgentId || createdBy === app.agentId)
    .map(({ id, name }) => ({ tagid: id, tagname: name })),
})
