import cloud from 'wx-server-sdk'
import { serveFunction } from '../shared/runtime/serve'
import { createWechat } from './wechat'

export const main = serveFunction('wechat', () =>
  createWechat({ readCaller: () => cloud.getWXContext() }),
)
