import type { Endpoint } from './endpoint'

/**
 * GET /cgi-bin/getcallbackip 获取企业微信回调IP段: where callbacks come from, which is this machine.
 * https://developer.work.weixin.qq.com/document/path/90930
 */
export const getCallbackIp: Endpoint = () => ({ ip_list: ['127.0.0.1'] })
