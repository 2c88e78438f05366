import { start, type Running } from '../running'

let wecom: Running

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

test.each(['get_api_domain_ip', 'getcallbackip'])('%s names this machine', async (path) => {
  expect(await wecom.read(path)).toEqual({ errcode: 0, errmsg: 'ok', ip_list: ['127.0.0.1'] })
})
