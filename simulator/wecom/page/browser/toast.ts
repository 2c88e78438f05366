import { element } from './dom'

const line = element('p', 'toast')
line.role = 'status'
let fading: ReturnType<typeof setTimeout> | undefined

/** Says for a moment that something was done; what was drawn anew in the meantime can't lose it. */
export const toast = (text: string): void => {
  if (!line.isConnected) document.body.append(line)
  line.textContent = text
  clearTimeout(fading)
  fading = setTimeout(() => (line.textContent = ''), 3000)
}
