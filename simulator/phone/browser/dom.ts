/** Makes an element with a class and, as plain text, its content. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  tag: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  if (text !== '') made.textContent = text
  return made
}

/** Makes a clickable element that a keyboard reaches too. */
export function button(className: string, text: string, press: () => void): HTMLButtonElement {
  const made = element('button', className, text)
  made.type = 'button'
  made.addEventListener('click', press)
  return made
}
