import { badgeWords } from '../../../miniprogram/pages/badge/badge-words'
import { createTranslate } from '../../../miniprogram/services/i18n'
import { lisi, zhangsan } from '../fixtures/employees'

const t = createTranslate(() => 'zh-CN')

describe('the words on a badge', () => {
  test('are those of the employee', () => {
    expect(badgeWords(zhangsan, t)).toEqual({
      label: '张三的工牌',
      turnLabel: '翻到背面',
      turnBackLabel: '翻回正面',
      codeLabel: '账号二维码',
      noProof: '只是账号，不能证明身份',
      corpName: '启明科技（深圳）有限公司',
      name: '张三',
      alias: 'Jack Zhang',
      position: '高级后台工程师',
      avatar: '',
      departments: [
        { id: 8, above: '研发中心 › 平台部 › ', last: '基础架构组' },
        { id: 21, above: '', last: '技术委员会' },
      ],
      tags: ['部门负责人', '安全员'],
    })
  })

  test('come with the original picture, over https', () => {
    const avatar = 'http://wework.qpic.cn/wwhead/invented/100'
    expect(badgeWords({ ...zhangsan, avatar }, t).avatar).toBe(
      'https://wework.qpic.cn/wwhead/invented/0',
    )
  })

  test('are few for one of whom little is known, and never null', () => {
    const words = badgeWords(lisi, t)
    expect(words).toMatchObject({ name: '李四', alias: '', position: '', tags: [] })
    expect(JSON.stringify(words)).not.toContain('null')
  })

  test('do not call a member of a department its leader', () => {
    const departments = zhangsan.departments.map((each) => ({ ...each, leader: false }))
    expect(badgeWords({ ...zhangsan, departments }, t).tags).toEqual(['安全员'])
  })

  test('say each role once', () => {
    const roles = ['部门负责人', '安全员', '安全员']
    expect(badgeWords({ ...zhangsan, roles }, t).tags).toEqual(['部门负责人', '安全员'])
  })

  test('call a role what people call it, where it has such a name', () => {
    const held = { roles: ['hr', 'dev'], roleNames: { hr: '人事' } }
    expect(badgeWords({ ...lisi, ...held }, t).tags).toEqual(['人事', 'dev'])
  })

  test('do not repeat a name as an alias', () => {
    expect(badgeWords({ ...zhangsan, alias: '张三' }, t).alias).toBe('')
  })
})
