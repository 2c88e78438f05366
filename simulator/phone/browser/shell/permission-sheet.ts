import { button, element } from '../dom'

/** What a client asks a person before a mini program gets something of theirs. */
export interface Permission {
  /** For example 工牌 申请. */
  who: string
  /** For example 获取你的头像. */
  what: string
  /** Address of the picture that would be given. */
  picture?: string
  /** What to read first; a link opens something over the sheet. */
  details?: readonly (string | { text: string; press(): void })[]
  deny: string
  allow: string
}

/** Asks from the bottom of the screen; only the two buttons answer. */
export function askPermission(layer: HTMLElement, permission: Permission): Promise<boolean> {
  const { who, what, picture, details, deny, allow } = permission
  return new Promise((resolve) => {
    const cover = element('div', 'cover bottom')
    const sheet = element('div', 'permission')
    const finish = (allowed: boolean) => {
      cover.remove()
      resolve(allowed)
    }
    sheet.setAttribute('role', 'dialog')
    sheet.ariaLabel = what
    sheet.append(element('p', 'permission-who', who), element('h3', '', what))
    if (picture !== undefined)
      sheet.append(Object.assign(element('img', 'permission-picture'), { src: picture, alt: '' }))
    if (details !== undefined) sheet.append(drawDetails(details))
    const bar = element('div', 'permission-bar')
    bar.append(
      button('permission-deny', deny, () => finish(false)),
      button('permission-allow', allow, () => finish(true)),
    )
    sheet.append(bar)
    cover.append(sheet)
    layer.append(cover)
  })
}

function drawDetails(details: NonNullable<Permission['details']>): HTMLElement {
  const text = element('p', 'permission-details')
  for (const part of details)
    text.append(typeof part === 'string' ? part : button('permission-link', part.text, part.press))
  return text
}
