import { cdata, element, elements } from './xml'

/** An event before it is encrypted. */
export interface CallbackEvent {
  /** subscribe, unsubscribe, enter_agent, or change_contact with its ChangeType. */
  type: string
  /** Whom or what it is about: a userid, or the id of a department or a tag. */
  about: string
  /** The XML; `corpId` is the receiver's, `createdAt` epoch ms. */
  xml(corpId: string, createdAt: number): string
}

/**
 * 成员关注及取消关注: a member entered or left what the app sees; mini program apps are told too.
 * https://developer.work.weixin.qq.com/document/path/90240
 */
export const subscriptionEvent = (
  type: 'subscribe' | 'unsubscribe',
  userId: string,
  agentId: number,
): CallbackEvent => ({
  type,
  about: userId,
  xml: (corpId, createdAt) =>
    eventXml(corpId, userId, createdAt, type, elements({ AgentID: agentId })),
})

/** 进入应用: a member opened the app. https://developer.work.weixin.qq.com/document/path/90240 */
export const enterAgentEvent = (userId: string, agentId: number): CallbackEvent => ({
  type: 'enter_agent',
  about: userId,
  xml: (corpId, createdAt) =>
    eventXml(
      corpId,
      userId,
      createdAt,
      'enter_agent',
      elements({ EventKey: cdata(''), AgentID: agentId }),
    ),
})

export type ContactChangeType =
  | 'create_user'
  | 'update_user'
  | 'delete_user'
  | 'create_party'
  | 'update_party'
  | 'delete_party'
  | 'update_tag'

/**
 * 通讯录变更: `fields` are XML already. The samples set every ChangeType bare but that of update_tag.
 * https://developer.work.weixin.qq.com/document/path/90970
 */
export const contactChangeEvent = (
  changeType: ContactChangeType,
  about: string,
  fields: Record<string, string | number>,
): CallbackEvent => ({
  type: `change_contact ${changeType}`,
  about,
  xml: (corpId, createdAt) => {
    const wireType = changeType === 'update_tag' ? cdata(changeType) : changeType
    const contents = elements({ ChangeType: wireType, ...fields })
    return eventXml(corpId, 'sys', createdAt, 'change_contact', contents)
  },
})

const eventXml = (
  corpId: string,
  from: string,
  createdAt: number,
  event: string,
  contents: string,
): string =>
  element(
    'xml',
    elements({
      ToUserName: cdata(corpId),
      FromUserName: cdata(from),
      CreateTime: Math.floor(createdAt / 1000),
      MsgType: cdata('event'),
      Event: cdata(event),
    }) + contents,
  )
