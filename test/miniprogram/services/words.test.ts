import { departmentWords } from '../../../miniprogram/services/department-words'
import { FAILURE_CODES } from '../../../miniprogram/services/failure-kinds'
import { footWords } from '../../../miniprogram/services/foot-words'
import { createTranslate } from '../../../miniprogram/services/i18n'
import type { ReadyState } from '../../../miniprogram/services/identity'
import { refusalWords } from '../../../miniprogram/services/refusal-words'
import { nameTabs } from '../../../miniprogram/services/tab-names'
import { NOON, zhangsan } from '../fixtures/employees'

const t = createTranslate(() => 'zh-CN')
const ready: ReadyState = { state: 'ready', employee: zhangsan, stale: false, asOf: NOON }
const failure = { code: 'WECOM_BUSY', retry: 'later', traceId: 'trace-9' } as const

describe('the foot of a badge', () => {
  test('is green when WeCom just confirmed it', () => {
    const foot = footWords(ready, NOON + 1_000, t)
    expect(foot).toEqual({ tone: 'confirmed', words: '已由企业微信确认 · 刚刚' })
  })

  test('says since when, while it is being confirmed', () => {
    const foot = footWords({ ...ready, stale: true }, NOON + 5 * 60_000, t)
    expect(foot).toEqual({ tone: 'confirming', words: '截至 5 分钟前 · 正在确认' })
  })

  test('says so when it could not be confirmed', () => {
    const foot = footWords({ ...ready, stale: true, failure }, NOON + 5 * 60_000, t)
    expect(foot).toEqual({ tone: 'waiting', words: '5 分钟前 确认过 · 这次没能确认' })
  })
})

describe('the way to a department', () => {
  const department = { id: 8, name: 'C', path: ['A', 'B', 'C'], leader: false, main: true }

  test('ends in the department itself', () => {
    expect(departmentWords(department, t)).toEqual({ id: 8, above: 'A › B › ', last: 'C' })
  })

  test('is the department alone at the top', () => {
    expect(departmentWords({ ...department, path: ['C'] }, t)).toMatchObject({ above: '' })
    expect(departmentWords({ ...department, path: [] }, t)).toMatchObject({ above: '', last: 'C' })
  })

  test('has a number where WeCom keeps the name back', () => {
    expect(departmentWords({ ...department, name: null, path: [] }, t).last).toBe('部门 8')
  })
})

describe('the words of a refusal', () => {
  test('are there for every state without a badge, and for no other', () => {
    expect(refusalWords({ state: 'loading' }, t)).toBeNull()
    expect(refusalWords(ready, t)).toBeNull()
    expect(refusalWords({ state: 'outside' }, t)?.next).toContain('企业微信 › 工作台 › 工牌')
    expect(refusalWords({ state: 'signedOut' }, t)?.button).toBe('重新登录')
  })

  test('outside WeCom and after signing out give the administrator nothing to do', () => {
    expect(refusalWords({ state: 'outside' }, t)?.adminLine).toBe('')
    expect(refusalWords({ state: 'signedOut' }, t)?.adminLine).toBe('')
  })

  test.each(FAILURE_CODES)('of %s have a button, and a number for the administrator', (code) => {
    const words = refusalWords({ state: 'failed', failure: { ...failure, code } }, t)
    expect(words?.button).toBe('再试一次')
    expect(words?.adminLine).toBe(`错误编号 ${code} · trace-9`)
  })

  test('have no dangling trace when no server was reached', () => {
    const offline = { code: 'OFFLINE', retry: 'later', traceId: '' } as const
    const words = refusalWords({ state: 'failed', failure: offline }, t)
    expect(words?.adminLine).toBe('错误编号 OFFLINE')
  })

  test('tell the administrator which address to trust', () => {
    const details = { address: '203.0.113.7' }
    const untrusted = { ...failure, code: 'IP_NOT_TRUSTED', details } as const
    const words = refusalWords({ state: 'failed', failure: untrusted }, t)
    expect(words?.adminHint).toContain('203.0.113.7')
  })
})

test('the tabs are named in the language of the employee', () => {
  const named: string[] = []
  const tabBar = { setTabBarItem: (item: { text: string }) => void named.push(item.text) }
  nameTabs(
    tabBar,
    createTranslate(() => 'en'),
  )
  expect(named).toEqual(['Badge', 'Workbench', 'Me'])
})
