import { contactSyncAgentId } from '../state/contact-sync'
import { fault } from '../wire/fault'
import type { AppCaller } from './endpoint'

/**
 * What 通讯录同步 may do at a path. `older`: an address that called with its secret before 2022-08 goes
 * on, any other is refused; `only`: nobody else may. Where a sign-in is exchanged it is the exchange
 * that refuses it (40014, 50001).
 * https://developer.work.weixin.qq.com/document/path/96079
 */
export type ContactSyncRight = 'yes' | 'no' | 'older' | 'only'

/** Throws 48002 where the kind of credential does not fit the path, 48009 for a newer address. */
export const checkContactSync = (right: ContactSyncRight, caller: AppCaller): void => {
  const { app, corp, address } = caller
  if (app.agentId !== contactSyncAgentId) {
    if (right === 'only') throw fault(48002, 'this is for the secret of 通讯录同步 alone')
    return
  }
  if (right === 'no') throw fault(48002, 'the secret of 通讯录同步 is not for this')
  if (right === 'older' && !corp.contactSync?.olderIps.includes(address)) {
    throw fault(48009, `${address} did not call for 通讯录同步 before; use the secret of an app`)
  }
}
