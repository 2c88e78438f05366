/** Makes an element with a class and children; texts are texts, whatever they say. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  tag: Name,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/** Makes something to press. */
export const button = (
  className: string,
  text: string,
  press: () => unknown,
): HTMLButtonElement => {
  const made = element('button', className, text)
  made.type = 'button'
  made.addEventListener('click', () => void press())
  return made
}

/** A button that asks once more before it does what cannot be taken back. */
export const riskyButton = (
  text: string,
  sure: string,
  press: () => unknown,
): HTMLButtonElement => {
  const made = button('quiet risky', text, () => {
    if (made.dataset['sure'] === 'asked') return press()
    made.dataset['sure'] = 'asked'
    made.textContent = sure
  })
  made.addEventListener('blur', () => {
    delete made.dataset['sure']
    made.textContent = text
  })
  return made
}

/** A row of choices of which one holds. */
export const segmented = <Value extends string | number>(
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => unknown,
): HTMLElement => {
  const group = element('div', 'segmented')
  group.role = 'group'
  group.ariaLabel = label
  for (const [value, text] of options) {
    const option = button('', text, () => choose(value))
    option.ariaPressed = String(value === chosen)
    option.dataset['value'] = String(value)
    group.append(option)
  }
  return group
}

/** A field with its name above it. */
export const labelled = (name: string, field: HTMLElement, note = ''): HTMLElement => {
  const label = element('label', 'field', element('span', 'field-name', name), field)
  if (note !== '') label.append(element('span', 'field-note', note))
  return label
}

/** A line of text to edit; it becomes `name` in the form. */
export const textInput = (name: string, value: string): HTMLInputElement => {
  const input = element('input', 'text')
  input.name = name
  input.value = value
  input.autocomplete = 'off'
  input.spellcheck = false
  return input
}

/** A switch with words beside it. */
export const checkbox = (
  text: string,
  checked: boolean,
  change: (checked: boolean) => unknown = () => undefined,
): { label: HTMLElement; input: HTMLInputElement } => {
  const input = element('input')
  input.type = 'checkbox'
  input.checked = checked
  input.addEventListener('change', () => void change(input.checked))
  return { label: element('label', 'check', input, text), input }
}

/** A list to choose one from. */
export const select = <Value extends string>(
  name: string,
  options: readonly (readonly [Value, string])[],
  chosen: string,
): HTMLSelectElement => {
  const made = element('select', 'text')
  made.name = name
  for (const [value, text] of options) {
    const option = element('option', '', text)
    option.value = value
    option.selected = value === chosen
    made.append(option)
  }
  return made
}
