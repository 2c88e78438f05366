/** What a page of the documentation points at is there, also the heading. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../../scripts/paths'

const below = (folder: string): string[] =>
  readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.posix.join(folder, file.split(path.sep).join('/')),
  )
const pages = [
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  ...['docs', 'simulator', 'cloudfunctions', 'miniprogram'].flatMap(below),
].filter((file) => file.endsWith('.md') && existsSync(inRoot(file)))

interface Link {
  page: string
  target: string
}

// An example in a block of code links to nothing.
const linksOf = (page: string): Link[] => {
  const text = readFileSync(inRoot(page), 'utf8').replace(/```[\s\S]*?```/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target }))
}

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const anchorsIn = (file: string): Set<string> => {
  const text = readFileSync(inRoot(file), 'utf8').replace(/```[\s\S]*?```/g, '')
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)
  return new Set([...headings, ...named])
}

const problemOf = ({ page, target }: Link): string | undefined => {
  if (/^(https?|mailto):/.test(target)) return undefined
  const [file = '', anchor] = target.split('#')
  const led = file === '' ? page : path.posix.join(path.posix.dirname(page), file)
  if (!existsSync(inRoot(led))) return `${page} links to ${target}, which is not there`
  if (anchor === undefined || statSync(inRoot(led)).isDirectory()) return undefined
  return anchorsIn(led).has(decodeURIComponent(anchor))
    ? undefined
    : `${page} links to ${target}, a heading that is not there`
}

const problems = (links: Link[]) => links.map(problemOf).filter((problem) => problem !== undefined)

test('every link between the pages leads somewhere', () => {
  const links = pages.flatMap(linksOf)
  expect(links.length).toBeGreaterThan(100)
  expect(problems(links)).toEqual([])
})

test('a link that leads nowhere would be noticed', () => {
  const page = 'docs/setup.md'
  expect(
    problems([
      { page, target: 'nowhere.md' },
      { page, target: '#no-such-step' },
      { page, target: 'errors.md#errcode1' },
      { page, target: '../README.md' },
    ]),
  ).toHaveLength(3)
})
