export type Language = 'zh' | 'en'

/** `lang` of the address, or what the browser prefers; Chinese where neither says anything. */
export const languageOf = (
  query: ReadonlyMap<string, string>,
  headers: ReadonlyMap<string, string>,
): Language => {
  const asked = query.get('lang')
  if (asked === 'zh' || asked === 'en') return asked
  const [preferred = ''] = (headers.get('accept-language') ?? '').split(',', 1)
  return /^\s*(?:zh\b|\*|$|;)/i.test(preferred) ? 'zh' : 'en'
}
