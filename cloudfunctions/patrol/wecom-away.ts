import {
  addressRefused,
  busy,
  callForbidden,
  credentialsRefused,
  frequency,
  tokenRejected,
} from '../shared/wecom/catalogue/groups'
import { isRefusal, type WecomError } from '../shared/wecom/errors'

const aboutUs = [
  ...busy,
  ...frequency,
  ...tokenRejected,
  ...credentialsRefused,
  ...addressRefused,
  ...callForbidden,
]

/**
 * Whether WeCom gives no answer to anybody just now, as against an odd one about one person: then it
 * is no use to ask about the next.
 */
export const isWecomAway = (error: WecomError): boolean =>
  error.failure === 'notSent' || error.failure === 'noAnswer' || isRefusal(error, ...aboutUs)
