/** The last two characters of a Chinese name; the initials of another. */
export const nameMark = (name: string): string =>
  /[一-鿿]/.test(name)
    ? name.replace(/[^一-鿿]/g, '').slice(-2)
    : name
        .split(/\s+/)
        .map((word) => word.charAt(0).toUpperCase())
        .join('')
        .slice(0, 2)

/** The hue, in degrees, that stays a person's own. */
export const hueOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7)
