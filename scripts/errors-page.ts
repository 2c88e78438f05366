import { catalogue } from '../cloudfunctions/shared/wecom/catalogue/catalogue'
import type {
  Bilingual,
  ErrcodeEntry,
  Fixer,
  RetryClass,
  Theme,
} from '../cloudfunctions/shared/wecom/catalogue/theme'

const fixers: Record<Fixer, Bilingual> = {
  employee: { zh: '员工', en: 'employee' },
  administrator: { zh: '管理员', en: 'administrator' },
  developer: { zh: '开发者', en: 'developer' },
  wecom: { zh: '企业微信', en: 'WeCom' },
}

const retries: Record<RetryClass, Bilingual> = {
  never: { zh: '不重试', en: 'never' },
  later: { zh: '稍后', en: 'later' },
  newCode: { zh: '换新 code', en: 'with a new code' },
  newToken: { zh: '换新 token', en: 'with a new token' },
  afterWindow: { zh: '窗口结束后', en: 'after the window' },
}

const heading = `# 企业微信返回码 · WeCom’s error numbers

由 \`npm run docs\` 从 \`cloudfunctions/shared/wecom/catalogue/\` 生成，请勿手工修改。程序只看数字，不看 errmsg。表中没有的数字，请在
[官方查询工具](https://open.work.weixin.qq.com/devtool/query)中查询。

Written by \`npm run docs\` from \`cloudfunctions/shared/wecom/catalogue/\`: change it there. Programs look at the number alone, never at
errmsg. A number that is missing here is explained by [WeCom’s own tool](https://open.work.weixin.qq.com/devtool/query).
English menu names translate the Chinese console.
`

/** docs/errors.md: a table for each theme, in both languages, with an anchor for each number. */
export const errorsPage = (): string => [heading, contents(), ...catalogue.map(section)].join('\n')

const contents = (): string =>
  catalogue
    .map(({ title, entries }) => {
      const links = entries.map(({ errcode }) => `[${errcode}](#${anchor(errcode)})`)
      return `- **${title.zh} · ${title.en}**: ${links.join(' ')}\n`
    })
    .join('')

const section = ({ title, entries }: Theme): string =>
  [
    `## ${title.zh} · ${title.en}`,
    '',
    '| 返回码 errcode | 含义 meaning | 怎么办 what to do | 谁 who | 重试 retry |',
    '|---|---|---|---|---|',
    ...entries.map(row),
    '',
  ].join('\n')

const row = (entry: ErrcodeEntry): string => {
  const { errcode, name, page, meaning, remedy, fixer, retry } = entry
  const cells = [
    `<a id="${anchor(errcode)}"></a>[${errcode}](${page})<br>\`${name}\``,
    inBoth(meaning),
    inBoth(remedy),
    inBoth(fixers[fixer]),
    inBoth(retries[retry]),
  ]
  return `| ${cells.join(' | ')} |`
}

const anchor = (errcode: number): string => `errcode${errcode}`
const inBoth = ({ zh, en }: Bilingual): string => `${zh}<br>${en}`.replaceAll('|', '\\|')
