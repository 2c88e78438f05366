export type Language = 'zh' | 'en'

/** `lang` of the address, if somebody chose one there. */
export const languageChosen = (query: ReadonlyMap<string, string>): Language | undefined => {
  const asked = query.get('lang')
  return asked === 'zh' || asked === 'en' ? asked : undefined
}

/** What the browser prefers; Chinese where it says nothing. */
export const languagePreferred = (headers: ReadonlyMap<string, string>): Language => {
  const [preferred = ''] = (headers.get('accept-language') ?? '').split(',', 1)
  return /^\s*(?:zh\b|\*|$|;)/i.test(preferred) ? 'zh' : 'en'
}
