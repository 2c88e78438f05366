import type { App, Corp, VisibleRange } from '../company/company'

/** What a token of 通讯录同步 belongs to in place of an app; apps have ids from 1. */
export const contactSyncAgentId = 0

const wholeCorp: VisibleRange = { members: [], departments: [1], tags: [] }

/**
 * 通讯录同步 as a caller: no app, but with a secret like one, and it sees the whole corp. undefined
 * where the corp has not set it up. https://developer.work.weixin.qq.com/document/path/96079
 */
export const contactSyncOf = ({ contactSync }: Corp): App | undefined =>
  contactSync && {
    agentId: contactSyncAgentId,
    name: '通讯录同步',
    secret: contactSync.secret,
    createdAt: '2016-01-01T00:00:00+08:00', // the cut of 2022-06-20 spares its fields
    enabled: true,
    visibleRange: wholeCorp,
    trustedDomains: [], // its token exchanges no code: 50001
    loginDomains: [],
    privateFields: [],
    ...(contactSync.trustedIps && { trustedIps: contactSync.trustedIps }),
  }
