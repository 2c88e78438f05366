import { deployments, type Deployment } from './deployment'

const begin = '<!-- functions: written by npm run docs from scripts/deployment.ts -->\n'
const end = '<!-- end of functions -->'

/** docs/deploy.md with today's functions between its two marks; throws without them. */
export const withFunctions = (page: string): string => {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error('the page has lost the marks around its functions')
  return page.slice(0, from + begin.length) + table(deployments()) + page.slice(to)
}

const table = (functions: Deployment[]): string =>
  [
    '',
    '| 函数 function | 由谁调用 reached by | 时限 time limit | 必填变量 required | 可选变量 optional |',
    '|---|---|---|---|---|',
    ...functions.map(row),
    '',
    '',
  ].join('\n')

const row = (one: Deployment): string => {
  const { name, timeLimitSeconds, required, optional } = one
  const cells = [
    code(name),
    reachedBy(one),
    `${timeLimitSeconds} s`,
    list(required),
    list(optional),
  ]
  return `| ${cells.join(' | ')} |`
}

const reachedBy = ({ routes, triggers }: Deployment): string => {
  if (triggers.length > 0)
    return `定时触发器 timer ${triggers.map(({ config }) => code(config)).join(' ')}`
  return routes.length > 0 ? `HTTP ${list(routes)}` : 'callFunction'
}

const list = (names: string[]): string => names.map(code).join(' ') || '–'
const code = (text: string): string => `\`${text}\``

/** cloudbaserc.json: what `tcb fn deploy --all` reads. It names no variable, so that those that are set stay. */
export const cloudbaserc = (): string =>
  `${JSON.stringify(
    {
      version: '2.0',
      envId: '{{env.TCB_ENV}}',
      functionRoot: './dist/cloudfunctions',
      functions: deployments().map(({ name, timeLimitSeconds, triggers, asksWecom }) => ({
        name,
        handler: 'index.main',
        // Fixed when the function is made, and never changed later.
        runtime: 'Nodejs20.19',
        timeout: timeLimitSeconds,
        memorySize: 256,
        installDependency: false,
        ...(triggers.length > 0 && { triggers }),
        ...(asksWecom && {
          publicNetConfig: { publicNetStatus: 'ENABLE', eipConfig: { eipStatus: 'ENABLE' } },
        }),
      })),
    },
    null,
    2,
  )}\n`
