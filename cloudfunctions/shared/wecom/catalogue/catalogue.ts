import { accessTokens } from './access-token'
import { corpCredentials } from './corp-credentials'
import { departmentsAndTags } from './departments-and-tags'
import { jsSdk } from './js-sdk'
import { limits } from './limits'
import { members } from './members'
import { miniProgram } from './mini-program'
import { otherIds } from './other-ids'
import { requests } from './requests'
import { rightsAndAddresses } from './rights-and-addresses'
import { signInCodes } from './sign-in-codes'
import { webPages } from './web-pages'
import type { ErrcodeEntry, Theme } from './theme'

/** Every errcode that this client's flows can meet, by theme. */
export const catalogue: readonly Theme[] = [
  corpCredentials,
  accessTokens,
  signInCodes,
  miniProgram,
  webPages,
  jsSdk,
  members,
  otherIds,
  departmentsAndTags,
  rightsAndAddresses,
  limits,
  requests,
]

const byErrcode = new Map(
  catalogue.flatMap(({ entries }) => entries).map((entry) => [entry.errcode, entry]),
)

/** What is known of a number; of one that the catalogue lacks, the number and where to ask. */
export type Explanation =
  (ErrcodeEntry & { known: true }) | { known: false; errcode: number; page: string }

/**
 * Explains an errcode to whoever has to do something about it.
 *
 * @returns for an unknown one WeCom's own query page, made for that number
 */
export const explainErrcode = (errcode: number): Explanation => {
  const entry = byErrcode.get(errcode)
  return entry ? { ...entry, known: true } : { known: false, errcode, page: queryPage(errcode) }
}

/** WeCom's tool that explains any number: https://open.work.weixin.qq.com/devtool/query */
const queryPage = (errcode: number) => `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
