// Prints the links of a page, for menus, messages and the workbench.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { loadConfig, type Section } from '../cloudfunctions/shared/runtime/config'
import { miniProgramLinks, webLinks } from './links'
import { inRoot } from './paths'

const usage = `npm run -s link -- '/web/payroll?month=11'     网页 a web page
npm run -s link -- '/pages/me/me?from=menu'    小程序的页面 a page of the mini program
  --from FILE  变量文件 the file of variables; .env.local, under what the environment says`

const readVariables = (from: string | undefined) => {
  const file = from ?? inRoot('.env.local')
  const isThere = from !== undefined || existsSync(file)
  return { ...(isThere && parseEnv(readFileSync(file, 'utf8'))), ...process.env }
}

const pages = (): string[] => {
  const app = JSON.parse(readFileSync(inRoot('miniprogram', 'app.json'), 'utf8')) as {
    pages: string[]
  }
  return app.pages
}

const run = (): string => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  const [path, ...more] = positionals
  if (values.help || path === undefined || more.length > 0) return usage
  const config = <S extends Section>(needs: readonly S[]) =>
    loadConfig(readVariables(values.from), needs)
  if (path.startsWith('/pages/')) {
    const { appId } = config(['miniprogram']).miniprogram
    if (!appId) throw new Error('MINIPROGRAM_APP_ID is missing')
    const { menu, message } = miniProgramLinks(path, { appId, pages: pages() })
    return `菜单 menu     ${JSON.stringify(menu)}\n消息 message  ${JSON.stringify(message)}`
  }
  const { page, authorize } = webLinks(path, config(['app', 'web']))
  return `网页 page       ${page}\n授权 authorize  ${authorize}`
}

try {
  console.log(run())
} catch (error) {
  console.error(error instanceof Error ? error.message : '')
  process.exitCode = 1
}
