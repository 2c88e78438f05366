/** `<![CDATA[…]]>`; the end mark inside a text is split over two sections, which read as one. */
export const cdata = (text: string | number): string =>
  `<![CDATA[${String(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** `<Name>content</Name>`; the content is XML already, from `cdata`, `element` or a number. */
export const element = (name: string, content: string | number): string =>
  `<${name}>${content}</${name}>`

/** The elements in their order, without any white space, as WeCom sends them. */
export const elements = (contents: Record<string, string | number>): string =>
  Object.entries(contents)
    .map(([name, content]) => element(name, content))
    .join('')
