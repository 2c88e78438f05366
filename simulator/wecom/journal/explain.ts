import type { Errcode } from '../wire/fault'
import type { Explanation } from './entry'
import { contacts } from './explanations/contacts'
import { credentials } from './explanations/credentials'
import { requests } from './explanations/requests'
import { signIn } from './explanations/sign-in'

/**
 * After https://developer.work.weixin.qq.com/document/path/90313, in the simulator's own words. Every
 * code that it can answer is here.
 */
const explanations: Record<Errcode, Explanation> & Record<number, Explanation> = {
  ...credentials,
  ...signIn,
  ...contacts,
  ...requests,
}

export const explain = (errcode: number): Explanation =>
  explanations[errcode] ?? {
    zh: `这里没有记下 ${errcode}；请查 https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
    en: `Not written down here; see https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
  }
