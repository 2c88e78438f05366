import { indexOf } from '../state/corp-index'
import { findMember } from '../state/lookup'
import { everybody, fullNameOf, type Person } from '../state/people'
import type { View } from '../state/visibility'
import type { World } from '../state/world'
import { html, type Html } from './html'
import { ownAddress, ownParameters, findParameter } from './own-address'
import { statusNames, words, type Language } from './words'

const shownPeople = 50

/**
 * A list of people, each a button that sends `as` to the page itself, with a search above it. `view`
 * marks those whom the app does not see.
 */
export const picker = (
  { corps }: Pick<World, 'corps'>,
  { url, language, view }: { url: URL; language: Language; view?: View | undefined },
): Html => {
  const text = words[language]
  const wanted = url.searchParams.get(findParameter) ?? ''
  const found = everybody(corps).filter(matches(wanted))
  const rest = found.length - shownPeople
  return html`
    <form class="search" method="get" action="${url.pathname}" role="search">
      ${ownParameters(url).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <input
        type="search"
        name="${findParameter}"
        value="${wanted}"
        placeholder="${text.find}"
        aria-label="${text.find}"
      />
      <button class="quiet">${text.search}</button>
    </form>
    <form class="people" method="post" action="${ownAddress(url)}">
      ${found.slice(0, shownPeople).map((person) => personButton(person, corps[0], language, view))}
    </form>
    ${found.length === 0 && html`<p class="hint">${text.nobody}</p>`}
    ${rest > 0 && html`<p class="hint">${text.more(rest)}</p>`}
  `
}

/** The round initial of a person, in one of six colours that stays theirs. */
export const avatar = ({ name, id }: Person): Html => {
  const colour = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6
  return html`<span class="avatar c${colour}" aria-hidden="true">${[...name].at(0)}</span>`
}

const personButton = (
  person: Person,
  own: World['corps'][0],
  language: Language,
  view: View | undefined,
): Html => {
  const { member, corp, name, id } = person
  const text = words[language]
  const isUnseen = member && corp === own && view && !view.includesMember(member)
  const marks = [
    member ? statusNames[language][member.status] : text.visitor,
    isUnseen ? text.unseen : undefined,
  ].filter((mark) => mark !== undefined)
  const line = corp === own ? [departmentOf(person), member?.position] : [corp.name]
  return html`<button name="as" value="${fullNameOf(person)}">
    ${avatar(person)}
    <span class="who">
      <span class="name">${name} <small>${id}</small></span>
      <span class="line">${line.filter(Boolean).join(' · ')}</span>
    </span>
    ${marks.map((mark) => html`<em>${mark}</em>`)}
  </button>`
}

const departmentOf = ({ corp, member, visitor }: Person): string | undefined => {
  if (visitor) {
    return visitor.followers
      .map((userId) => findMember(corp, userId)?.name)
      .filter(Boolean)
      .join('、')
  }
  return member && indexOf(corp).departments.get(member.mainDepartment)?.name
}

/** By name, alias, id, position or main department; case does not count. */
const matches = (wanted: string) => {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  return (person: Person): boolean => {
    if (words.length === 0) return true
    const { name, id, member, corp } = person
    const text = [name, id, member?.alias, member?.position, departmentOf(person), corp.name]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  }
}
