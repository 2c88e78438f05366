import { seedCompany, type Company } from '../../simulator/wecom/wecom'

/** 启明科技, with somebody in it whose every detail is as long as WeCom allows. */
export const companyWithLongNames = (): Company => {
  const company = seedCompany()
  const steps = [
    '集团总部',
    '数字化与流程信息管理',
    '研发效能',
    '基础平台',
    '云原生',
    '可观测性',
    '链路追踪',
  ]
  const departments = steps.map((name, index) => ({
    id: 101 + index,
    name: `${name}部`,
    nameEn: '',
    parentId: index === 0 ? 2 : 100 + index,
    order: 1,
  }))
  const [model] = company.members
  if (!model) throw new Error('the example company has nobody in it')
  return {
    ...company,
    departments: [...company.departments, ...departments],
    members: [
      ...company.members,
      {
        ...model,
        userId: 'alexandria.montgomery-fitzgerald.of.the.observability.group.0001',
        name: 'Alexandria Montgomery-Fitzgerald-Nguyen',
        alias: '亚历珊德里娅·蒙哥马利',
        position: '可观测性与链路追踪方向资深专家工程师兼技术委员会轮值秘书',
        departments: [107, 12, 5],
        mainDepartment: 107,
        leaderOf: [107],
        order: [1, 1, 1],
      },
    ],
  }
}

export const longUserId = 'alexandria.montgomery-fitzgerald.of.the.observability.group.0001'

/** Somebody of another company, to whom the mini program is not theirs. */
export const visitorsCorp = seedCompany().otherCorps[0]?.corpId ?? ''
