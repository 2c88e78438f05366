import { start, type Running } from '../../running'

let wecom: Running

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

test('get names the tag, its members and its departments', async () => {
  expect(await wecom.read('tag/get', { tagid: '1' })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    tagname: '内部讲师',
    userlist: [
      { userid: 'zhangsan', name: '张三' },
      { userid: 'linxiaotong', name: '林晓彤' },
      { userid: 'tangmin', name: '唐敏' },
    ],
    partylist: [],
  })
})

test('the people of a tagged department are not repeated one by one', async () => {
  expect(await wecom.read('tag/get', { tagid: '2' })).toMatchObject({
    userlist: [],
    partylist: [10],
  })
})

test('get leaves out whom and what the app does not see', async () => {
  wecom.setApp({ visibleRange: { departments: [4], members: [] } })
  expect(await wecom.read('tag/get', { tagid: '1' })).toMatchObject({
    userlist: [{ userid: 'zhangsan' }],
  })
  expect(await wecom.read('tag/get', { tagid: '2' })).toMatchObject({ partylist: [] })
})

test.each([
  [41017, 'no tag', {}],
  [40068, 'a tag that is not there', { tagid: '99' }],
  [40068, 'a tag that is no number', { tagid: '人事' }],
])('get answers %d to %s', async (errcode, _case, query) => {
  expect((await wecom.read('tag/get', query)).errcode).toBe(errcode)
})

test('list has the tags that the app made, not those of the admin console', async () => {
  expect(await wecom.read('tag/list')).toMatchObject({
    errcode: 0,
    taglist: [{ tagid: 1, tagname: '内部讲师' }],
  })
})
