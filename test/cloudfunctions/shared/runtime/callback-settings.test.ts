import { ConfigError } from '../../../../cloudfunctions/shared/runtime/config-error'
import { loadConfig } from '../../../../cloudfunctions/shared/runtime/config'

const appKeys = { CALLBACK_TOKEN: 'TokenOfTheApp', CALLBACK_AES_KEY: 'a'.repeat(43) }
const contactKeys = {
  CONTACT_CALLBACK_TOKEN: 'TokenOfContacts',
  CONTACT_CALLBACK_AES_KEY: 'b'.repeat(43),
}
const load = (variables: Record<string, string>) =>
  loadConfig({ WECOM_CORP_ID: 'ww1', ...variables }, ['callbacks']).callbacks
const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    load(variables)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('contact sync may be left out', () => {
  expect(load(appKeys)).toMatchObject({ app: { receiveId: 'ww1' }, contacts: undefined })
  expect(load({ ...appKeys, ...contactKeys }).contacts).toMatchObject({
    callbackToken: 'TokenOfContacts',
    receiveId: 'ww1',
  })
})

test('half of a pair is named, whichever half it is', () => {
  expect(problemsOf({})).toEqual(['CALLBACK_TOKEN is missing', 'CALLBACK_AES_KEY is missing'])
  for (const missing of ['CONTACT_CALLBACK_TOKEN', 'CONTACT_CALLBACK_AES_KEY'] as const) {
    const { [missing]: _left, ...rest } = contactKeys
    expect(problemsOf({ ...appKeys, ...rest })).toEqual([`${missing} is missing`])
  }
})

test('what is no token and no key is said without quoting it', () => {
  const problems = problemsOf({ CALLBACK_TOKEN: 'not-a-token', CALLBACK_AES_KEY: 'short-key' })
  expect(problems).toHaveLength(2)
  expect(problems.join()).not.toMatch(/not-a-token|short-key/)
})
