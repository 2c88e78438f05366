import type { Reader } from './reader'

/**
 * One exchange with WeCom: what is asked, and how its reply is read.
 *
 * @throws WecomError
 */
export type Call = <T>(
  path: string,
  query: Record<string, string>,
  read: (reply: Reader) => T,
) => Promise<T>
