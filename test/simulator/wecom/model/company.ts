import { loadCompany } from '../../../../simulator/wecom/wecom'

/** The smallest company in which every rule has somebody to hold for. */
export const company = loadCompany(
  `
corpId: ww5eed00000000000a
name: 甲公司
apps:
  - agentId: 1
    name: 工牌
    secret: invented-secret-a-1
    createdAt: 2024-03-18T10:00:00+08:00
    visibleRange: { departments: [2] }
    miniProgram: { appId: wx5eed00000000000a }
  - agentId: 2
    name: 审批
    secret: invented-secret-a-2
    createdAt: 2021-03-18T10:00:00+08:00
    visibleRange: { members: [ann], tags: [1] }
    miniProgram: { appId: wx5eed00000000000b }
  - agentId: 3
    name: 公告
    secret: invented-secret-a-3
    createdAt: 2024-03-18T10:00:00+08:00
    visibleRange: { departments: [1] }
tags: [{ id: 1, name: 标签, members: [bob], departments: [4] }]
departments:
  - { id: 1, name: 甲, nameEn: A }
  - { id: 2, name: 乙, nameEn: B }
  - { id: 3, name: 丙, nameEn: C, parentId: 2 }
  - { id: 4, name: 丁, nameEn: D }
members:
  - { userId: ann, name: 安, departments: [2] }
  - { userId: bob, name: 博, departments: [3] }
  - { userId: cai, name: 蔡, departments: [4] }
  - { userId: dan, name: 丹, departments: [1] }
otherCorps:
  - corpId: ww5eed00000000000b
    name: 乙公司
    members: [{ userId: eve, name: 伊, departments: [1] }]
`,
  'model.yaml',
)

export const people = ['ann', 'bob', 'cai', 'dan', 'eve'] as const
export const departments = [1, 2, 3, 4] as const
export const ranges = [
  { members: [], departments: [2], tags: [] },
  { members: ['ann'], departments: [], tags: [1] },
  { members: ['DAN'], departments: [3], tags: [] },
  { members: [], departments: [1], tags: [] },
  { members: [], departments: [], tags: [] },
]
