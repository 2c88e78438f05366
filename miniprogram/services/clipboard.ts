import { settled } from './callback'
import type { Callbacks } from './callback'
import type { Privacy } from './privacy'

/** The part of `wx` that copies. */
export interface ClipboardSource {
  setClipboardData(options: { data: string } & Callbacks<unknown>): unknown
}

/** Copies a text; says whether it is on the clipboard now. The client itself tells the employee so. */
export type Copy = (text: string) => Promise<boolean>

/** WeChat counts the clipboard among what the privacy guide has to name, so consent comes first. */
export function createCopy(source: ClipboardSource, privacy: Privacy): Copy {
  const write = (data: string) =>
    settled<unknown>((callbacks) => source.setClipboardData({ data, ...callbacks })).then(
      () => true,
      () => false,
    )
  return (data) => privacy.agreed().then((agreed) => agreed && write(data))
}
