import { existsSync } from 'node:fs'
import { corpId, secret, start } from '../simulator/wecom/running'
import { describeWithClients } from './install'
import { runClient } from './run'

const settings = { corpId, agentId: 1000002, secret }

describeWithClients('the process of a client', () => {
  test('reaches nobody where no WeCom was given', async () => {
    const client = await runClient('wechat-work', { settings })
    await expect(client.ask('user', 'zhangsan')).rejects.toThrow(
      'may not reach qyapi.weixin.qq.com',
    )
    await client.close()
  })

  test('leaves nothing on the disk and nothing at work', async () => {
    const wecom = await start()
    const client = await runClient('passport-wechat-work', { wecom: wecom.url, settings })
    const site = await client.ask<string>('listen')
    await client.close()
    await expect(fetch(site)).rejects.toThrow()
    expect(existsSync(client.folder)).toBe(false)
    await wecom.close()
  })

  test('that ends by itself fails what was asked of it', async () => {
    const client = await runClient('no-such-program')
    await expect(client.ask('anything')).rejects.toThrow('no-such-program')
    await client.close()
  })
})
