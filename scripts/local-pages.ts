import type { App, Company, Simulator } from '../simulator/wecom/wecom'

/**
 * Makes the web pages of this machine trusted ones, as an administrator would by 可信域名: whatever the
 * port is, the authorize page leads back to them.
 *
 * @param url Where the pages are served.
 */
export const trustLocalPages = (
  simulator: Simulator,
  { company, app, url }: { company: Company; app: App; url: string },
): void => {
  const { host } = new URL(url)
  if (app.trustedDomains.includes(host)) return
  const at = { corpId: company.corpId, agentId: app.agentId }
  simulator.setApp({ trustedDomains: [...app.trustedDomains, host] }, at)
}
