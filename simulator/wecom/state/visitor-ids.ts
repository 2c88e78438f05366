import { createHash } from 'node:crypto'
import type { PersonKey } from './people'

// Each the same for ever, and in another corp another one, as the documents say of openid.
const digest = (purpose: string, corpId: string, person: PersonKey): string =>
  createHash('sha256')
    .update(`${purpose} ${corpId} ${person.corpId}/${person.id.toLowerCase()}`)
    .digest('base64url')

/**
 * The openid of a person towards a corp: 非企业成员的标识 on a web page, and for members what payments
 * know them by. It is not the openid of the mini program.
 */
export const openIdTowards = (corpId: string, person: PersonKey): string =>
  `o${digest('openid', corpId, person).slice(0, 27)}`

/** 外部联系人 id: the same person as a customer of the corp. */
export const externalUserId = (corpId: string, person: PersonKey): string =>
  `wm${digest('external_userid', corpId, person).slice(0, 30)}`

/** 手机设备号 of the old getuserinfo: of the installation in truth, here of the person. */
export const deviceId = (person: PersonKey): string =>
  digest('device', '', person).slice(0, 32).toLowerCase()
