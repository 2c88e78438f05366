import { Refused } from './api'
import { drawApp } from './app-form'
import { drawDepartment } from './department-form'
import { element } from './dom'
import { here, type Selection } from './here'
import { drawMember, drawNewMember } from './member-form'
import { drawOverview } from './overview'
import { drawTag } from './tag-form'
import { say } from './words'

const draw = ({ kind, id }: Selection): Promise<HTMLElement[]> | HTMLElement[] => {
  switch (kind) {
    case 'member':
      return id.startsWith('new:') ? drawNewMember(id.slice(4)) : drawMember(id)
    case 'department':
      return drawDepartment(id)
    case 'tag':
      return drawTag(id)
    case 'app':
      return drawApp(id)
    case 'company':
      return drawOverview()
  }
}

/** Draws what is open into `middle`; what is gone says so. */
export const drawMiddle = async (middle: HTMLElement): Promise<void> => {
  const { selection } = here
  let drawn: HTMLElement[]
  try {
    drawn = await draw(selection)
  } catch (error) {
    const text = error instanceof Refused ? error.message : say('disconnected')
    drawn = [element('p', 'gone', text)]
  }
  // Something else was opened in the meantime.
  if (selection !== here.selection) return
  const at = placeOf(document.activeElement, middle)
  middle.replaceChildren(...drawn)
  if (at !== undefined) middle.querySelector<HTMLElement>(at)?.focus()
}

/** A selector that finds the same again, for whoever is there with the keyboard. */
const placeOf = (focused: Element | null, middle: HTMLElement): string | undefined => {
  if (!focused || !middle.contains(focused)) return undefined
  const { name, dataset, type } = focused as HTMLInputElement
  if (name) return `[name="${CSS.escape(name)}"]`
  if (dataset['value'] !== undefined) return `[data-value="${CSS.escape(dataset['value'])}"]`
  return type === 'submit' ? '[type=submit]' : 'button, input'
}
