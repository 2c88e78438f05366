import { inRoot } from '../paths'

const leftOutPackages = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  'web-streams-polyfill',
  'xml2js',
]

/** For esbuild: what is bundled instead of packages that no function of ours uses. */
export const slimAliases: Readonly<Record<string, string>> = Object.fromEntries(
  leftOutPackages.map((name) => [name, inRoot('scripts', 'slim', 'left-out.ts')]),
)
