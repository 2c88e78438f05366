import { button, element } from './dom'
import { here, open } from './here'
import type { MemberLine } from './shapes'
import { say, type Word } from './words'

/** The last two characters of a Chinese name; the initials of another. */
const shortName = (name: string): string =>
  /[一-鿿]/.test(name)
    ? name.replace(/[^一-鿿]/g, '').slice(-2)
    : name
        .split(/\s+/)
        .map((word) => word.charAt(0).toUpperCase())
        .join('')
        .slice(0, 2)

/** A round picture of a name, in a colour of its own. */
export const avatar = (name: string, id: string): HTMLElement => {
  const made = element('span', 'avatar', shortName(name))
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7)
  made.style.setProperty('--hue', String(hue))
  made.ariaHidden = 'true'
  return made
}

const statusWords: Record<number, Word> = { 2: 'disabled', 4: 'notActivated', 5: 'departed' }

/** A member in a list; pressed, they are opened in the middle. */
export const personRow = ({
  userId,
  name,
  position,
  status,
  visible,
}: MemberLine): HTMLButtonElement => {
  const title = element('span', 'person-name', name)
  const word = statusWords[status]
  if (word) title.append(element('em', `mark mark-${word}`, say(word)))
  if (!visible) title.append(element('em', 'mark', say('hidden')))
  const quiet = [userId, position].filter(Boolean).join(' · ')
  const row = button('row person', '', () => open('member', userId))
  row.dataset['member'] = userId
  row.append(
    avatar(name, userId),
    element('span', 'person-text', title, element('span', 'person-quiet', quiet)),
  )
  const { kind, id } = here.selection
  if (kind === 'member' && id === userId) row.ariaCurrent = 'true'
  return row
}
