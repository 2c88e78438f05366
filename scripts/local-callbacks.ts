import { randomBytes } from 'node:crypto'
import type { App, Company, Simulator } from '../simulator/wecom/wecom'
import type { Environment } from './stack'

/**
 * Lets the simulated WeCom send its events to the functions of this machine, as an administrator would
 * by 接收消息 and 通讯录同步. A company that names addresses of its own keeps them.
 *
 * @param url Where the functions are served.
 * @returns the variables of the function that hears them
 */
export const connectCallbacks = (
  simulator: Simulator,
  { company, app, url }: { company: Company; app: App; url: string },
): Environment => {
  const own = createKeys()
  const contactsOwn = createKeys()
  if (!app.callback) {
    const callback = { url: `${url}/events`, ...own }
    simulator.setApp({ callback }, { corpId: company.corpId, agentId: app.agentId })
  }
  if (!company.contactCallback) {
    // What an address that is set up today is told.
    const callback = { url: `${url}/events/contacts`, ...contactsOwn, profile: 'ids-only' as const }
    simulator.setContactCallback(callback, company.corpId)
  }
  const { token, aesKey } = app.callback ?? own
  const contacts = company.contactCallback ?? contactsOwn
  return {
    CALLBACK_TOKEN: token,
    CALLBACK_AES_KEY: aesKey,
    CONTACT_CALLBACK_TOKEN: contacts.token,
    CONTACT_CALLBACK_AES_KEY: contacts.aesKey,
  }
}

const createKeys = () => ({
  token: randomBytes(16).toString('hex'),
  // Letters and digits, as the console makes them; the whole is read as base64.
  aesKey: randomBytes(22).toString('hex').slice(0, 43),
})
