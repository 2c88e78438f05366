import { Refused } from './api'
import { button, element } from './dom'
import { moveTo } from './here'
import { toast } from './toast'
import { say, type Word } from './words'

/** A card in the middle with a head. */
export const card = (head: HTMLElement | string, ...children: (Node | string)[]): HTMLElement =>
  element('section', 'card', typeof head === 'string' ? element('h2', '', head) : head, ...children)

/** Where it is said why something was not done. */
export interface Notice {
  element: HTMLElement
  /** Runs `act`, and says what was refused, or for a moment `done`. */
  trying(act: () => Promise<unknown>, done?: string): Promise<boolean>
  clear(): void
}

export const createNotice = (): Notice => {
  const line = element('p', 'notice')
  line.role = 'alert'
  return {
    element: line,
    clear: () => line.replaceChildren(),
    trying: async (act, done = say('saved')) => {
      try {
        await act()
        line.replaceChildren()
        if (done !== '') toast(done)
        return true
      } catch (error) {
        line.textContent = error instanceof Refused ? error.message : say('disconnected')
        return false
      }
    },
  }
}

/** A form that is saved as a whole, with a button and a line for how it went. */
export const form = (
  fields: readonly HTMLElement[],
  word: Word,
  save: (values: Record<string, string>) => Promise<unknown>,
  ...beside: HTMLElement[]
): HTMLFormElement => {
  const notice = createNotice()
  const submit = button('primary', say(word), () => undefined)
  submit.type = 'submit'
  const made = element(
    'form',
    'form',
    ...fields,
    element('div', 'actions', submit, ...beside, notice.element),
  )
  made.addEventListener('submit', (event) => {
    event.preventDefault()
    const texts = [...new FormData(made)].filter(([, value]) => typeof value === 'string')
    const values = Object.fromEntries(texts) as Record<string, string>
    void notice
      .trying(() => save(values))
      .then((saved) => {
        if (!saved) return
        delete made.dataset['edited']
        if (made.isConnected) moveTo({})
      })
  })
  made.addEventListener('input', () => {
    made.dataset['edited'] = 'yes'
    notice.clear()
  })
  return made
}

/** What is left empty is taken away. */
export const orNull = (text: string | undefined): string | null => text?.trim() || null
