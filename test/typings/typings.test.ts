/** Types are promises too: what must compile compiles, and what must not does not. */
import path from 'node:path'
import ts from 'typescript'
import { inRoot } from '../../scripts/paths'

const snippets = {
  'wx.qy is asked for before it is used': {
    good: `wx.qy?.login({ success: ({ code }) => code.trim() })`,
    bad: `wx.qy.login({})`,
  },
  'wx.qy promises nothing: its calls give no value': {
    good: `const nothing: void | undefined = wx.qy?.getMobile({})`,
    bad: `wx.qy?.getMobile({})?.then(() => 1)`,
  },
  'an encrypted answer has its data and its iv': {
    good: `wx.qy?.getEmail({ success: ({ encryptedData, iv }) => [encryptedData.trim(), iv.trim()] })`,
    bad: `wx.qy?.getEmail({ success: ({ email }) => email })`,
  },
  'getQrCode is written with a capital C': {
    good: `wx.qy?.getQrCode({ success: ({ qrCode }) => qrCode })`,
    bad: `wx.qy?.getQRCode({})`,
  },
  'gender is a number in userInfo': {
    good: `wx.qy?.getEnterpriseUserInfo({ success: ({ userInfo }) => userInfo.gender === 1 })`,
    bad: `wx.qy?.getEnterpriseUserInfo({ success: ({ userInfo }) => userInfo.gender === 'male' })`,
  },
  'selected contacts may stand in result or at the top': {
    good: `wx.qy?.selectEnterpriseContact({ fromDepartmentId: 0, mode: 'multi', type: ['user'],
      success: (found) => (found.result ?? found).userList?.map(({ id }) => id) })`,
    bad: `wx.qy?.selectEnterpriseContact({ fromDepartmentId: 0, mode: 'many', type: ['user'] })`,
  },
  'environment is wxwork or absent': {
    good: `const isWecom: boolean = wx.getSystemInfoSync().environment === 'wxwork'`,
    bad: `wx.getSystemInfoSync().environment === 'wecom'`,
  },
  'the union of error codes is closed': {
    good: `const code: ErrorCode = 'OTHER_CORP'`,
    bad: `const code: ErrorCode = 'SOMETHING_ELSE'`,
  },
  'a reply gives its data only once it is known to be ok': {
    good: `const name = (reply: Reply<SignInResult>) => reply.ok ? reply.data.employee.name : reply.error.code`,
    bad: `const name = (reply: Reply<SignInResult>) => reply.data.employee.name`,
  },
  'a department may have no name': {
    good: `const name = (employee: Employee) => employee.departments.map((one) => one.name ?? '')`,
    bad: `const name = (employee: Employee) => employee.departments.map((one) => one.name.trim())`,
  },
  'a session_key has no place in what reaches the phone': {
    good: `const session = ({ session }: SignInResult) => session.token`,
    bad: `const session = ({ session }: SignInResult) => session.sessionKey`,
  },
}

const imports = `import type { Employee, ErrorCode, Reply, SignInResult } from '../typings/api'\n`
type Snippet = keyof typeof snippets
const titles = Object.keys(snippets) as Snippet[]
const fileOf = (title: Snippet, kind: 'good' | 'bad') =>
  path.posix.join(inRoot('miniprogram'), `snippet-${titles.indexOf(title)}-${kind}.ts`)

/** Messages by file, under the very configuration of the mini program. */
const compile = (): Map<string, string[]> => {
  const texts = new Map(
    titles.flatMap((title) =>
      (['good', 'bad'] as const).map(
        (kind) => [fileOf(title, kind), imports + snippets[title][kind]] as const,
      ),
    ),
  )
  const { config } = ts.readConfigFile(inRoot('tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, inRoot())
  const compilerOptions = { ...options, noUnusedLocals: false }
  const host = ts.createCompilerHost(compilerOptions)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.getSourceFile = (file, version) => {
    const text = texts.get(file)
    return text === undefined
      ? getSourceFile(file, version)
      : ts.createSourceFile(file, text, version)
  }
  const program = ts.createProgram(
    [...texts.keys(), inRoot('typings', 'wx-qy.d.ts')],
    compilerOptions,
    host,
  )
  return new Map(
    [...texts.keys()].map((file) => [
      file,
      program
        .getSemanticDiagnostics(program.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ]),
  )
}

let messages: Map<string, string[]>
beforeAll(() => {
  messages = compile()
})

test.each(titles)('%s', (title) => {
  expect(messages.get(fileOf(title, 'good'))).toEqual([])
  expect(messages.get(fileOf(title, 'bad'))).not.toEqual([])
})
