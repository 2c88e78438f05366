import { fault } from '../../wire/fault'
import type { Endpoint } from '../endpoint'
import { appWithId } from './app-with-id'

/**
 * GET /cgi-bin/agent/get 获取指定的应用详情: of the app whose token it is, of no other.
 * https://developer.work.weixin.qq.com/document/path/90227
 */
export const getAgent: Endpoint = ({ query }, { corp, app }) => {
  const asked = appWithId(corp, query.get('agentid'))
  if (asked !== app) throw fault(301002, `the access_token is that of ${app.name}`)
  const { members, departments, tags } = app.visibleRange
  return {
    agentid: app.agentId,
    name: app.name,
    square_logo_url: '',
    description: '',
    allow_userinfos: { user: members.map((userid) => ({ userid })) },
    allow_partys: { partyid: departments },
    allow_tags: { tagid: tags },
    close: app.enabled ? 0 : 1,
    redirect_domain: app.trustedDomains[0] ?? '',
    report_location_flag: 0,
    isreportenter: 0,
    home_url: '',
    customized_publish_status: 1,
  }
}
