import type { Callback, Corp } from '../company/company'

/** One URL that hears of a corp: of one of its apps, or of its contacts. */
export interface Receiver {
  corpId: string
  /** undefined: 通讯录同步, which belongs to no app. */
  agentId: number | undefined
  callback: Callback
}

/** Every receiver of a corp, the apps first. */
export const receiversOf = ({ corpId, apps, contactCallback }: Corp): Receiver[] => [
  ...apps.flatMap(({ agentId, callback }) => (callback ? [{ corpId, agentId, callback }] : [])),
  ...(contactCallback ? [{ corpId, agentId: undefined, callback: contactCallback }] : []),
]

/** The same receiver before and after a change has the same key. */
export const receiverKey = ({ corpId, agentId }: Receiver): string =>
  `${corpId}/${agentId ?? 'contacts'}`

/** The address of a request to it, signed by these parameters; what the URL has already, it keeps. */
export const signedUrl = ({ callback }: Receiver, parameters: Record<string, string>): URL => {
  const url = new URL(callback.url)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value)
  return url
}

/** What may be shown of the address: without the query, which may hold a key of the developer's. */
export const shownUrl = ({ callback }: Receiver): string => {
  const { origin, pathname } = new URL(callback.url)
  return origin + pathname
}
