/** Addresses of our own making that try to leave the site, spelled in every way that we could think of. */
const hosts = [
  'evil.example',
  'evil.example:8443',
  '3232235777',
  '[::1]',
  'evil。example',
  'ｅvil.example',
]
const schemes = [
  '',
  'http:',
  'https:',
  'HTTPS:',
  'javascript:',
  'data:',
  'ht\ttp:',
  'file:',
  'ftp:',
  'ws:',
]
const leads = [
  '//',
  '/\\',
  '\\/',
  '\\\\',
  '///',
  '////',
  '/\t/',
  '/\n/',
  '/\r/',
  '/%09/',
  '/%0a/',
  '/%2f',
  '/%5c',
  '%2f%2f',
  '/%252f',
  '/.//',
  '/..//',
  '/./\\',
  '/;//',
  '/@',
  '/?//',
  '/#//',
  ' //',
  '\u0000//',
  '\u2028//',
  '/\u00a0/',
  '／／',
  '/／',
  '\u3000//',
  '/%e3%80%82',
  ';//',
  ':',
  '://',
  ':\\\\',
  '/web//',
  '/web/..//',
]
const tails = [
  '',
  '/',
  '/web/',
  '?to=/web/',
  '#/web/',
  '/%2e%2e',
  '@badge.example.com',
  '\\@badge.example.com',
]

/** Every combination; some 17 000. */
export const redirectAttacks = (): string[] => [
  ...new Set(
    schemes.flatMap((scheme) =>
      leads.flatMap((lead) =>
        hosts.flatMap((host) => tails.map((tail) => `${scheme}${lead}${host}${tail}`)),
      ),
    ),
  ),
]

/** Where a browser at our site would go for such a Location. */
export const leavesSite = (location: string): boolean => {
  const here = 'https://badge.example.com'
  // What cannot be parsed leads nowhere.
  return URL.canParse(location, here) && new URL(location, here).origin !== here
}
