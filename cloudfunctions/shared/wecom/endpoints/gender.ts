import type { Reader } from '../reader'

/** 性别; WeCom's 0, and anything unknown, is absent. */
export type Gender = 'male' | 'female'

// Text "0", "1" or "2" now, a number in older replies; an older page says 0 male and 1 female.
/** Reads `gender`. https://developer.work.weixin.qq.com/document/path/90196 */
export const readGender = (reply: Reader): Gender | undefined => {
  if (!reply.has('gender')) return undefined
  const gender = reply.integerAsText('gender')
  return gender === '1' ? 'male' : gender === '2' ? 'female' : undefined
}
