/** JSON as a program in another language, or a careless gateway, could have made it. */
export const wrongTypes = (body: string, as: 'strings' | 'nulls' | 'list'): string => {
  switch (as) {
    case 'strings':
      return JSON.stringify(JSON.parse(body), (_key, value: unknown) =>
        typeof value === 'number' ? String(value) : value,
      )
    case 'nulls':
      return JSON.stringify(JSON.parse(body), (key, value: unknown) => (key === '' ? value : null))
    case 'list':
      return `[${body}]`
  }
}
