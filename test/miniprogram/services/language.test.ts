import { createLanguage } from '../../../miniprogram/services/language'
import { createStorage } from '../fixtures/storage'

describe('the language', () => {
  test('is that of the client until somebody chooses', () => {
    const language = createLanguage({ system: 'en', storage: createStorage() })
    expect([language.current(), language.choice()]).toEqual(['en', 'system'])
  })

  test('that was chosen is spoken at once, and at every later launch', () => {
    const storage = createStorage()
    const language = createLanguage({ system: 'en', storage })
    const heard: string[] = []
    language.onChange((now) => heard.push(now))
    language.choose('zh-CN')
    expect([language.current(), heard]).toEqual(['zh-CN', ['zh-CN']])
    expect(createLanguage({ system: 'en', storage }).current()).toBe('zh-CN')
  })

  test('goes back to that of the client, and leaves nothing stored', () => {
    const storage = createStorage({ language: 'zh-CN' })
    const language = createLanguage({ system: 'en', storage })
    language.choose('system')
    expect(language.current()).toBe('en')
    expect(storage.everything()).not.toContain('language')
  })

  test.each(['fr', '', 7, null, {}])('follows the client where %p is stored', (stored) => {
    const storage = createStorage({ language: stored })
    expect(createLanguage({ system: 'zh-CN', storage }).choice()).toBe('system')
  })

  test('is spoken even where it cannot be stored', () => {
    const storage = createStorage()
    storage.fill()
    const language = createLanguage({ system: 'en', storage })
    language.choose('zh-CN')
    expect(language.current()).toBe('zh-CN')
  })
})
