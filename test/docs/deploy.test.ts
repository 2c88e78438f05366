/** docs/deploy.md and cloudbaserc.json: what they say of the functions is what the functions say. */
import { readFileSync } from 'node:fs'
import { cloudbaserc, withFunctions } from '../../scripts/deploy-page'
import { deployments } from '../../scripts/deployment'
import { functionEnvironments } from '../../scripts/function-environments'
import { functionNames } from '../../scripts/functions'
import { createKeyRing } from '../../scripts/key-ring'
import { inRoot } from '../../scripts/paths'

const page = readFileSync(inRoot('docs', 'deploy.md'), 'utf8')
const setup = readFileSync(inRoot('docs', 'setup.md'), 'utf8')
const one = (name: string) => deployments().find((deployment) => deployment.name === name)

test('the table is that of today: npm run docs', () => {
  expect(page).toBe(withFunctions(page))
  expect(() => withFunctions('# without its marks')).toThrow(/marks/)
})

test('cloudbaserc.json is that of today: npm run docs', () => {
  expect(readFileSync(inRoot('cloudbaserc.json'), 'utf8')).toBe(cloudbaserc())
})

test('every function is in it, and each that has a configuration with its variables', () => {
  expect(deployments().map(({ name }) => name)).toEqual(functionNames())
  const untold = deployments().filter(({ required }) => required.length === 0)
  expect(untold.map(({ name }) => name)).toEqual(['wechat'])
})

test('whoever asks WeCom has the secret and a fixed address; whoever verifies has neither', () => {
  for (const { asksWecom, required } of deployments()) {
    expect(asksWecom).toBe(required.includes('WECOM_CORP_SECRET'))
  }
  expect(one('identity')).toMatchObject({ asksWecom: true, routes: ['/api/identity'] })
  expect(one('workbench')?.required).toEqual([
    'SESSION_PUBLIC_KEYS',
    'WECOM_AGENT_ID',
    'WECOM_CORP_ID',
  ])
  expect(one('patrol')).toMatchObject({ timeLimitSeconds: 60, routes: [] })
  expect(one('patrol')?.triggers).toHaveLength(1)
})

test('npm start tells every function what it reads', () => {
  const everything = Object.fromEntries(
    deployments()
      .flatMap(({ required, optional }) => [...required, ...optional])
      .filter((name) => name !== 'SESSION_PUBLIC_KEYS')
      .map((name) => [name, 'told']),
  )
  const told = functionEnvironments({
    ...everything,
    SESSION_KEYS: JSON.stringify(createKeyRing()),
  })
  for (const { name, required, optional } of deployments()) {
    const names = Object.keys(told[name]?.environment ?? {})
    expect([name, [...required, ...optional].filter((each) => !names.includes(each))]).toEqual([
      name,
      [],
    ])
  }
})

test('the steps name no variable and no command that does not exist', () => {
  const example = readFileSync(inRoot('.env.example'), 'utf8')
  const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const limits = readFileSync(inRoot('docs', 'limits.md'), 'utf8')
  for (const text of [page, setup, limits]) {
    const variables = text.match(/`[A-Z]+(?:_[A-Z]+)+(?==|`)/g) ?? []
    const unknown = [...new Set(variables.map((name) => name.slice(1)))].filter(
      (name) => !new RegExp(`^#? ?${name}=`, 'm').test(example) && !codes.has(name),
    )
    expect(unknown).toEqual([])
    const commands = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  }
})

/** In capitals as well, and no variables. */
const codes = new Set(
  readFileSync(inRoot('typings', 'api.d.ts'), 'utf8').match(/(?<=')[A-Z]+(?:_[A-Z]+)+(?=')/g),
).add('TCB_SOURCE')
