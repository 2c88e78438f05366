import type { Endpoint } from './endpoint'

/**
 * GET /cgi-bin/get_api_domain_ip 获取企业微信接口IP段: where calls go to, which is this machine.
 * https://developer.work.weixin.qq.com/document/path/92520
 */
export const getApiDomainIp: Endpoint = () => ({ ip_list: ['127.0.0.1'] })
