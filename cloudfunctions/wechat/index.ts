import cloud from 'wx-server-sdk'
import { createMain } from '../shared/runtime/serve'
import { createWechat } from './wechat'

const wechat = createWechat({ readCaller: () => cloud.getWXContext() })

export const main = createMain('wechat', () => wechat)
