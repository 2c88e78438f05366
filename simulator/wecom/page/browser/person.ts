import { hueOf, nameMark } from '../../pictures/name-mark'
import { button, element } from './dom'
import { here, open } from './here'
import type { MemberLine } from './shapes'
import { say, type Word } from './words'

/** A round picture of a name, in a colour of its own. */
export const avatar = (name: string, id: string): HTMLElement => {
  const made = element('span', 'avatar', nameMark(name))
  made.style.setProperty('--hue', String(hueOf(id)))
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
