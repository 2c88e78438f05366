import { button, element } from '../dom'
import type { Choice } from './choice'
import {
  findPeople,
  MARKS,
  marksOf,
  type Corp,
  type Group,
  type Mark,
  type Member,
} from './company'
import type { Words } from './words'

export interface PeopleParts {
  words: Words
  corps: readonly Corp[] | undefined
  choice: Choice
  pick(corp: Corp, member: Member): void
}

/** The searchable list of who may open the mini program. */
export function drawPeople({ words, corps, choice, pick }: PeopleParts): HTMLElement {
  const panel = element('section', 'people')
  const search = element('input', 'search')
  const chips = element('div', 'chips')
  const list = element('div', 'people-list')
  let mark: Mark | undefined

  const draw = () => {
    chips.replaceChildren(
      ...[undefined, ...MARKS].map((each) => {
        const text = each === undefined ? words.everyone : words.marks[each]
        const chip = button(`chip${each === undefined ? '' : ` mark-${each}`}`, text, () => {
          mark = each
          draw()
        })
        chip.ariaPressed = String(each === mark)
        return chip
      }),
    )
    const groups = findPeople(corps ?? [], search.value, mark)
    if (corps === undefined) list.replaceChildren(element('p', 'nobody', words.noCompany))
    else if (groups.length === 0) list.replaceChildren(element('p', 'nobody', words.nobody))
    else list.replaceChildren(...groups.map((group) => drawGroup(group, words, choice, pick)))
  }

  search.type = 'search'
  search.placeholder = words.search
  search.ariaLabel = words.search
  search.addEventListener('input', draw)
  panel.append(element('h2', '', words.who), search, chips, list)
  draw()
  return panel
}

function drawGroup(
  { title, corp, members }: Group,
  words: Words,
  choice: Choice,
  pick: PeopleParts['pick'],
): HTMLElement {
  const group = element('div', 'group')
  group.append(element('h3', '', title))
  for (const member of members) {
    const person = button('person', '', () => pick(corp, member))
    const isChosen = member.userId === choice.as && corp.own === (choice.corp === '')
    person.dataset.userId = member.userId
    person.ariaCurrent = isChosen ? 'true' : null
    const text = element('span', 'person-text')
    const name = element('span', 'person-name', member.name)
    for (const each of marksOf(corp, member))
      name.append(element('em', `mark mark-${each}`, words.marks[each]))
    text.append(
      name,
      element('span', 'person-quiet', [member.userId, member.position].filter(Boolean).join(' · ')),
    )
    const avatar = element('span', 'avatar', shortName(member.name))
    avatar.style.setProperty('--hue', String(hueOf(member.userId)))
    person.append(avatar, text)
    group.append(person)
  }
  return group
}

/** The last two characters of a Chinese name; the initials of another. */
function shortName(name: string): string {
  if (/[一-鿿]/.test(name)) return name.replace(/[^一-鿿]/g, '').slice(-2)
  return name
    .split(/\s+/)
    .map((part) => part.charAt(0).toUpperCase())
    .join('')
    .slice(0, 2)
}

function hueOf(id: string): number {
  return [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 360, 7)
}
