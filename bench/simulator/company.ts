import type { Company } from '../../simulator/wecom/wecom'

/** How large the company is that a simulator must hold with ease. */
export const size = { members: 100_000, departments: 3_000, tags: 200 }

const corpId = 'ww5eed000000000009'
const secret = 'invented-secret-of-an-app-of-a-large-company'

/** The file of a large company, as JSON: departments ten to a parent, everybody in one of them. */
export const largeCompanyFile = (): string => {
  const departments = Array.from({ length: size.departments }, (_, at) => ({
    id: at + 1,
    name: at === 0 ? '大公司' : `部门 ${at + 1}`,
    nameEn: `Department ${at + 1}`,
    ...(at > 0 && { parentId: Math.floor((at - 1) / 10) + 1 }),
  }))
  const members = Array.from({ length: size.members }, (_, at) => {
    const department = (at % (size.departments - 1)) + 2
    return {
      userId: `employee${at}`,
      name: `员工 ${at}`,
      position: '工程师',
      departments: [department],
      ...(at < size.departments - 1 && { leaderOf: [department] }),
    }
  })
  const tags = Array.from({ length: size.tags }, (_, at) => ({
    id: at + 1,
    name: `标签 ${at + 1}`,
    members: [`employee${at}`],
    departments: [at + 2],
  }))
  const apps = [
    {
      agentId: 1000002,
      name: '工牌',
      secret,
      createdAt: '2024-03-18T10:00:00+08:00',
      visibleRange: { departments: [1] },
      miniProgram: { appId: 'wx5eed000000000009' },
    },
  ]
  return JSON.stringify({ corpId, name: '大公司', apps, departments, members, tags })
}

/** What a token of its app is fetched with. */
export const credentialsOf = ({ corpId: corpid, apps }: Company) => ({
  corpid,
  corpsecret: apps[0]?.secret ?? '',
})
