import { createCopy } from '../../../miniprogram/services/clipboard'
import { createPrivacy } from '../../../miniprogram/services/privacy'
import type { PrivacySource } from '../../../miniprogram/services/privacy'

/** A WeChat whose user answers the privacy guide like this; one without it when nothing is given. */
function client(answers?: 'agrees' | 'refuses'): PrivacySource & { guides: number } {
  const source = { guides: 0, canIUse: () => answers !== undefined }
  if (!answers) return source
  return Object.assign(source, {
    requirePrivacyAuthorize: ({
      success,
      fail,
    }: {
      success(r: object): void
      fail(r: object): void
    }) => (answers === 'agrees' ? success({}) : fail({ errno: 104 })),
    openPrivacyContract: () => void source.guides++,
  })
}

function clipboard(works = true) {
  const copied: string[] = []
  const source = {
    setClipboardData({
      data,
      success,
      fail,
    }: {
      data: string
      success(result: object): void
      fail(failure: object): void
    }) {
      if (!works) return fail({ errMsg: 'setClipboardData:fail' })
      copied.push(data)
      success({})
    },
  }
  return { source, copied }
}

describe('the privacy authorisation', () => {
  test('is not missed in a client without it, as WeCom is', async () => {
    const privacy = createPrivacy(client())
    expect([privacy.hasGuide, await privacy.agreed()]).toEqual([false, true])
    expect(() => privacy.openGuide()).not.toThrow()
  })

  test('is what the user answered', async () => {
    expect(await createPrivacy(client('agrees')).agreed()).toBe(true)
    expect(await createPrivacy(client('refuses')).agreed()).toBe(false)
  })

  test('opens the declared guide', () => {
    const source = client('agrees')
    const privacy = createPrivacy(source)
    expect(privacy.hasGuide).toBe(true)
    privacy.openGuide()
    expect(source.guides).toBe(1)
  })
})

describe('copying', () => {
  test('says that it worked', async () => {
    const { source, copied } = clipboard()
    expect(await createCopy(source, createPrivacy(client('agrees')))('steps')).toBe(true)
    expect(copied).toEqual(['steps'])
  })

  test('does not touch the clipboard without consent', async () => {
    const { source, copied } = clipboard()
    expect(await createCopy(source, createPrivacy(client('refuses')))('steps')).toBe(false)
    expect(copied).toEqual([])
  })

  test('says that it did not work', async () => {
    const { source } = clipboard(false)
    expect(await createCopy(source, createPrivacy(client()))('steps')).toBe(false)
  })
})
