import type { Reader } from '../reader'

// WeCom documents neither an alphabet nor a length; what was seen is far inside of these.
const shape = /^[\w.:=+/-]{1,128}$/

/**
 * 手机设备号, random at each installation: good for an audit line, no proof of anything. The old
 * getuserinfo writes it with capitals; where other replies have it, no document says so, and nobody is
 * kept out by what is odd about it.
 */
export const readDeviceId = (reply: Reader): string | undefined =>
  ['DeviceId', 'deviceid']
    .map((field) => reply.undocumentedText(field))
    .find((text) => text !== undefined && shape.test(text))
