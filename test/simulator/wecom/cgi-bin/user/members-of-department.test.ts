import { start, type Running, type WireReply } from '../../running'

let wecom: Running
const userIds = ({ userlist }: WireReply) =>
  (userlist as { userid: string }[]).map(({ userid }) => userid).sort()

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

describe.each(['user/simplelist', 'user/list'])('%s', (path) => {
  test('lists the members of that department alone', async () => {
    const reply = await wecom.read(path, { department_id: '3' })
    expect(userIds(reply)).toEqual(['david.miller', 'zhouwenbin'])
  })

  test('fetch_child=1 brings those below, each of them once', async () => {
    const reply = await wecom.read(path, { department_id: '2', fetch_child: '1' })
    const found = userIds(reply)
    expect(found).toHaveLength(15)
    expect(found.filter((userId) => userId === 'wangzixuan')).toHaveLength(1)
    expect(userIds(await wecom.read(path, { department_id: '2' }))).toHaveLength(3)
  })

  test('fetch_child of too many is 45029', async () => {
    await wecom.close()
    wecom = await start({ limits: { largestMemberList: 14 } })
    const department_id = '2'
    expect((await wecom.read(path, { department_id, fetch_child: '1' })).errcode).toBe(45029)
    expect((await wecom.read(path, { department_id })).errcode).toBe(0)
  })

  test.each([
    [41019, 'no department', {}],
    [40058, 'a department that is no number', { department_id: '研发' }],
    [60123, 'a department that is not there', { department_id: '999' }],
    [60011, 'a department outside the visible range', { department_id: '13' }],
  ])('answers %d to %s', async (errcode, _case, query) => {
    expect((await wecom.read(path, query)).errcode).toBe(errcode)
  })

  test('a department that is not there can answer 60003', async () => {
    await wecom.close()
    wecom = await start({ choices: { unknownDepartment: 60003 } })
    expect((await wecom.read(path, { department_id: '999' })).errcode).toBe(60003)
  })
})

test('simplelist tells userid, name and the departments that the app sees', async () => {
  wecom.setApp({ visibleRange: { departments: [12], members: [] } })
  const { userlist } = await wecom.read('user/simplelist', { department_id: '12' })
  expect(userlist).toEqual([
    { userid: 'situyingjie', name: '司徒英杰', department: [12] },
    { userid: 'huangyating', name: '黄雅婷', department: [12] },
  ])
})

test('list gives each member as user/get does', async () => {
  const { errcode, errmsg, ...zhangsan } = await wecom.read('user/get', { userid: 'zhangsan' })
  const { userlist } = await wecom.read('user/list', { department_id: '4' })
  expect({ errcode, errmsg }).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(userlist).toContainEqual(zhangsan)
})
