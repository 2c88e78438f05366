import type { BeginReport } from '../report'
import { call, CallFailure, type Options } from './call'
import type { ClientLine } from './client'

/** Fails as WeChat's own code does: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/troubleshooting/error-code.html */
const ENV_NOT_EXISTS = -501000

/** wx.cloud of plain WeChat: init and callFunction. The caller is a stable openid per person. */
export function cloudCalls(line: ClientLine, begin: BeginReport) {
  const { setup } = line
  let initialised = false
  let env = ''
  const callFunction = async ({ name, data, config }: Options) => {
    if (!initialised)
      throw new CallFailure("Error: Cloud API isn't enabled, please call wx.cloud.init first")
    const asked = (config as { env?: string } | undefined)?.env ?? env
    if (asked !== '' && setup.cloudEnvId !== '' && asked !== setup.cloudEnvId)
      throw cloudFailure(ENV_NOT_EXISTS, `Environment not found: ${asked}`)
    const end = begin('wx.cloud.callFunction', String(name))
    try {
      const answer = await post(line, String(name), data)
      end('ok')
      return answer
    } catch (error) {
      end(error instanceof Error ? error.message : 'fail')
      throw error
    }
  }
  return {
    init: (options: { env?: string } = {}) => {
      initialised = true
      env = typeof options.env === 'string' ? options.env : ''
    },
    callFunction: call('cloud.callFunction', callFunction),
  }
}

async function post({ setup, network }: ClientLine, name: string, data: unknown) {
  const caller = { appId: setup.appId, openId: await openIdOf(setup), source: 'wx_client' }
  const body = JSON.stringify({ name, data: data ?? {}, caller })
  const send = async () => {
    const response = await fetch(`${setup.cloudBase}/_cloud/callFunction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).catch(() => {
      throw new CallFailure('the CloudBase simulator cannot be reached')
    })
    return response.text()
  }
  const answer = readAnswer(await network.carry(send, ({ length }) => length))
  if (answer.errCode !== undefined && answer.errCode !== 0)
    throw cloudFailure(Number(answer.errCode), String(answer.errMsg))
  return { result: answer.result, requestID: answer.requestId, requestId: answer.requestId }
}

function readAnswer(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

function cloudFailure(errCode: number, message: string): CallFailure {
  return new CallFailure(`Error: errCode: ${errCode} | errMsg: ${message}`, { errCode })
}

/** 28 characters that start with "o", as WeChat's are; the same person always gets the same. */
async function openIdOf({ as, corp, appId }: ClientLine['setup']): Promise<string> {
  const seed = new TextEncoder().encode(JSON.stringify([appId, corp, as]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', seed))
  const text = btoa(String.fromCharCode(...digest)).replace(/[+/=]/g, '_')
  return `o${text.slice(0, 27)}`
}
