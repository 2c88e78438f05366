/** Chinese characters, also those beyond the first Unicode plane, which names do use. */
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\ud840-\ud887][\udc00-\udfff]/

/**
 * What stands in the circle where there is no picture: the last two characters of a Chinese name, the
 * first letters of the first and last word of any other. Empty for an empty name.
 */
export function initials(name: string): string {
  if (HAN.test(name)) {
    const characters = Array.from(name).filter((character) => HAN.test(character))
    return characters.slice(-2).join('')
  }
  const words = name.split(/[\s.·_-]+/).filter((word) => word !== '')
  const first = words[0]
  const last = words[words.length - 1]
  if (first === undefined || last === undefined) return ''
  return (words.length === 1 ? letter(first) : letter(first) + letter(last)).toUpperCase()
}

function letter(word: string): string {
  return Array.from(word)[0] ?? ''
}
