import { createTranslate } from '../../../miniprogram/services/i18n'
import type { ReadyState } from '../../../miniprogram/services/identity'
import { groups } from '../../../miniprogram/pages/me/me-words'
import type { PrivateRows } from '../../../miniprogram/pages/me/private-rows'
import { withheldFields } from '../../../miniprogram/pages/me/withheld-words'
import type { Employee, ProfileField } from '../../../typings/api'
import { NOON, lisi, zhangsan } from '../fixtures/employees'

const t = createTranslate(() => 'zh-CN')
const shown = (employee: Partial<Employee>, rows: PrivateRows = {}) => {
  const ready: ReadyState = {
    state: 'ready',
    employee: { ...zhangsan, ...employee },
    stale: false,
    asOf: NOON,
  }
  return groups(ready, NOON, rows, t)
}
const group = (employee: Partial<Employee>, key: string) =>
  shown(employee)
    .find((each) => each.key === key)
    ?.fields.map(({ label, value }) => [label, value])

describe('the details', () => {
  test('of a person are those that are known', () => {
    expect(group({ alias: undefined }, 'person')).toEqual([
      ['姓名', '张三'],
      ['职务', '高级后台工程师'],
      ['账号', 'zhangsan'],
      ['公司', '启明科技（深圳）有限公司'],
      ['确认时间', '刚刚'],
    ])
  })

  test('begin the departments with the main one, whatever order they came in', () => {
    const departments = [...zhangsan.departments].reverse()
    const fields = shown({ departments }).find(({ key }) => key === 'departments')?.fields
    expect(fields?.map(({ value, tags }) => [value, tags])).toEqual([
      ['基础架构组', ['主部门', '部门负责人']],
      ['技术委员会', []],
    ])
  })

  test('name leaders and roles', () => {
    expect(group({ directLeaders: ['wangwu', 'lisi'] }, 'work')).toEqual([
      ['直属上级', 'wangwu、lisi'],
      ['角色', '安全员'],
    ])
  })

  test('leave out a group without content', () => {
    const keys = groups({ state: 'ready', employee: lisi, stale: false, asOf: NOON }, NOON, {}, t)
    expect(keys.map(({ key }) => key)).toEqual(['person'])
  })

  test('show contact data only when the server sent it', () => {
    expect(group({}, 'contact')).toBeUndefined()
    const contact = { mobile: '13800000000', telephone: '0755-1' }
    expect(group({ contact }, 'contact')).toEqual([
      ['手机', '13800000000'],
      ['座机', '0755-1'],
    ])
  })

  test('show every kind of extended attribute', () => {
    const more: Employee['more'] = {
      gender: 'female',
      externalPosition: '顾问',
      externalProfile: {
        corpName: '启明',
        attributes: [{ kind: 'web', name: '主页', url: 'https://example.com', title: '我的主页' }],
      },
      extattr: [{ kind: 'text', name: '工位', value: '7F-12' }],
    }
    expect(group({ more }, 'more')).toEqual([
      ['性别', '女'],
      ['对外职务', '顾问'],
      ['对外信息', '启明'],
      ['主页', '我的主页'],
      ['工位', '7F-12'],
    ])
  })

  test('have a key of their own in every list', () => {
    for (const { fields } of shown({})) {
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
    }
  })
})

describe('what WeCom gives with consent', () => {
  const offered: PrivateRows = { mobile: { state: 'offered' } }
  const mobile = (employee: Partial<Employee>, rows: PrivateRows) =>
    shown(employee, rows)
      .find(({ key }) => key === 'contact')
      ?.fields.find(({ key }) => key === 'mobile')

  test('has a row with something to tap, and is not listed as withheld beside it', () => {
    expect(mobile({}, offered)).toMatchObject({ value: '', action: '显示' })
    const withheld = shown({}, offered).find(({ key }) => key === 'withheld')
    expect(withheld?.fields.map(({ value }) => value).join()).not.toContain('手机')
  })

  test('is only a row where the server shows it anyway', () => {
    const contact = { mobile: '13800000000' }
    expect(mobile({ contact }, offered)).toMatchObject({ value: '13800000000', action: '' })
  })

  test.each([
    ['byConfiguration', '只显示在这里，不会保存'],
    ['byWecom', '不保存在这部手机上，公司的服务器会保存'],
    ['empty', '不保存在这部手机上，公司的服务器会保存'],
  ] as const)('says who keeps it where it is %s', (reason, note) => {
    const given: PrivateRows = { mobile: { state: 'given', value: '13800000000' } }
    expect(mobile({ withheld: { mobile: reason } }, given)).toMatchObject({
      value: '13800000000',
      note,
    })
  })
})

describe('what is not shown', () => {
  test('stands beneath its reason, what the employee can change first', () => {
    const withheld: Employee['withheld'] = {
      mobile: 'byConfiguration',
      address: 'empty',
      email: 'byConfiguration',
    }
    expect(withheldFields(withheld, t).map(({ label, value }) => [label, value])).toEqual([
      ['在企业微信里没有填写', '地址'],
      ['公司没有让这个应用显示', '手机、邮箱'],
    ])
  })

  test('has a name for every field and every reason', () => {
    const fields: Record<ProfileField, true> = {
      userId: true,
      name: true,
      alias: true,
      position: true,
      avatar: true,
      departments: true,
      directLeaders: true,
      roles: true,
      mobile: true,
      email: true,
      bizMail: true,
      telephone: true,
      address: true,
      gender: true,
      extattr: true,
      externalPosition: true,
      externalProfile: true,
      qrCode: true,
      openUserId: true,
    }
    for (const reason of ['byConfiguration', 'byWecom', 'empty', 'outOfRange'] as const) {
      for (const field of Object.keys(fields)) {
        const [shownField] = withheldFields({ [field]: reason }, t)
        expect(shownField?.label).toBe(t(`withheld.${reason}`))
        expect(shownField?.value).toBe(t(`field.${field as ProfileField}`))
      }
    }
  })
})
