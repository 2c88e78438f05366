import type { Check } from '../check'
import { withToken } from '../given'

/** The app itself, its tags, its tickets, and the addresses of WeCom. */
export const appChecks: readonly Check[] = [
  {
    holds: 'an app is told what it may see',
    path: 'agent/get',
    query: { ...withToken, agentid: '$agentId' },
    reply: {
      agentid: 'number',
      name: 'text',
      square_logo_url: 'text',
      description: 'text',
      'allow_userinfos?': { user: [{ userid: 'text' }] },
      'allow_partys?': { partyid: ['number'] },
      'allow_tags?': { tagid: ['number'] },
      close: 'number',
      redirect_domain: 'text',
      report_location_flag: 'number',
      isreportenter: 'number',
      home_url: 'text',
      'customized_publish_status?': 'number',
    },
  },
  {
    holds: 'an agentid that the corp does not have is refused',
    path: 'agent/get',
    query: { ...withToken, agentid: '987654321' },
    errcode: 40056,
    errmsg: 'invalid agentid',
  },
  {
    holds: 'the tags of the app are told',
    path: 'tag/list',
    query: withToken,
    reply: { taglist: [{ tagid: 'number', tagname: 'text' }] },
    gives: { tagId: ['taglist', 'tagid'] },
  },
  {
    holds: 'a tag is told with the people and departments that the app may see',
    path: 'tag/get',
    query: { ...withToken, tagid: '$tagId' },
    reply: { tagname: 'text', userlist: [{ userid: 'text', name: 'text' }], partylist: ['number'] },
  },
  {
    holds: 'a tag that is not there is refused',
    path: 'tag/get',
    query: { ...withToken, tagid: '987654321' },
    errcode: 40068,
    errmsg: 'invalid tagid',
  },
  {
    holds: 'the corp has a ticket for pages',
    path: 'get_jsapi_ticket',
    query: withToken,
    reply: { ticket: 'text', expires_in: 'number' },
  },
  {
    holds: 'so has the app',
    path: 'ticket/get',
    query: { ...withToken, type: 'agent_config' },
    reply: { ticket: 'text', expires_in: 'number' },
  },
  {
    holds: 'WeCom says where calls go to',
    path: 'get_api_domain_ip',
    query: withToken,
    reply: { ip_list: ['text'] },
  },
  {
    holds: 'and where callbacks come from',
    path: 'getcallbackip',
    query: withToken,
    reply: { ip_list: ['text'] },
  },
]
