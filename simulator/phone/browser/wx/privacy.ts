import type { PhoneSetup } from '../../setup'
import type { Dialogs } from '../shell/dialogs'
import { placeOf } from '../stored'
import { callbackOnly, CallFailure } from './call'

const WORDS = {
  zh_CN: {
    contract: (appName: string) => `《${appName}小程序隐私保护指引》`,
    who: (appName: string) => appName || '小程序',
    what: '用户隐私保护提示',
    before: '在使用当前小程序服务之前，请仔细阅读',
    after: '。如果你同意，请点击“同意”开始使用。',
    deny: '拒绝',
    allow: '同意',
    text: '在真机上，这里是你在公众平台「设置 › 服务内容声明 › 用户隐私保护指引」里填写、并通过审核的内容。预览里没有它。',
    back: '返回',
  },
  en: {
    contract: (appName: string) => `${appName} Privacy Guidelines`.trim(),
    who: (appName: string) => appName || 'Mini program',
    what: 'Privacy notice',
    before: 'Before you use this mini program, please read the ',
    after: '. If you agree, tap Agree to go on.',
    deny: 'Refuse',
    allow: 'Agree',
    text: 'On a real phone this is the guide that you declared in the console of the mini program and that was approved. The preview does not have it.',
    back: 'Back',
  },
}

/** After a refusal of its own dialog, WeChat refuses by itself for this long instead of asking again. */
const QUIET_MS = 10_000

export interface PrivacyAnswer {
  event?: string
  buttonId?: string
}
type Listener = (resolve: (answer: PrivacyAnswer) => void, event: { referrer: string }) => void

/** What the calls and the buttons of WeChat need to know of a person's agreement. */
export type Privacy = ReturnType<typeof createPrivacy>

export interface PrivacySurroundings {
  setup: PhoneSetup
  storage: Storage
  dialogs: Pick<Dialogs, 'askPermission' | 'showContract'>
  /** Epoch milliseconds. */
  now(): number
}

/**
 * WeChat's privacy authorisation: whoever has not agreed to the declared guide is asked, by the mini
 * program's own listener or else by WeChat, before a call that touches what is theirs. What they
 * agreed to is kept for the person, not for the page. WeCom has none of it.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export function createPrivacy({ setup, storage, dialogs, now }: PrivacySurroundings) {
  const { appName } = setup
  const words = WORDS[setup.language]
  const place = placeOf('privacy', setup)
  const isDeclared = setup.privacy === 'declared'
  const contract = isDeclared ? words.contract(appName) : ''
  const tappedButtons = new Set<string>()
  let listener: Listener | undefined
  let asking: Promise<boolean> | undefined
  let refusedAt = -Infinity

  const needsAuthorization = () => isDeclared && storage.getItem(place) === null
  const remember = () => storage.setItem(place, contract)
  const openContract = () =>
    dialogs.showContract({ name: contract, text: words.text, back: words.back })

  const askOfficially = async () => {
    if (now() - refusedAt < QUIET_MS) return false
    // Calls that come while the dialog is open wait for the same answer.
    asking ??= dialogs.askPermission({
      who: words.who(appName),
      what: words.what,
      details: [words.before, { text: contract, press: openContract }, words.after],
      deny: words.deny,
      allow: words.allow,
    })
    const agreed = await asking
    asking = undefined
    if (!agreed) refusedAt = now()
    return agreed
  }

  const askListener = (listen: Listener, referrer: string) =>
    new Promise<boolean>((resolve) => {
      const answered = ({ event, buttonId = '' }: PrivacyAnswer = {}) => {
        if (event === 'disagree') resolve(false)
        if (event !== 'agree') return
        const tapped = tappedButtons.has(buttonId)
        if (!tapped)
          console.warn(
            `[phone] resolve({ event: 'agree' }): no agreePrivacyAuthorization button "${buttonId}" was tapped`,
          )
        resolve(tapped)
      }
      listen(answered, { referrer })
    })

  const authorize = async (referrer: string) => {
    if (!needsAuthorization()) return
    const agreed = await (listener === undefined
      ? askOfficially()
      : askListener(listener, referrer))
    if (!agreed) throw new CallFailure('privacy permission is not authorized', { errno: 104 })
    remember()
  }

  return {
    /**
     * Lets a call on which touches private data, once the person agreed; throws a CallFailure.
     *
     * @param referrer the call or the component, for example `button.getPhoneNumber`
     */
    require: async (referrer: string): Promise<void> => {
      if (!isDeclared)
        throw new CallFailure('api scope is not declared in the privacy agreement', { errno: 112 })
      await authorize(referrer)
    },
    /** A tap on `<button open-type="agreePrivacyAuthorization">` is the agreement itself. */
    agree: (buttonId: string): void => {
      tappedButtons.add(buttonId)
      if (isDeclared) remember()
    },
    calls: {
      getPrivacySetting: callbackOnly('getPrivacySetting', () => ({
        needAuthorization: needsAuthorization(),
        privacyContractName: contract,
      })),
      requirePrivacyAuthorize: callbackOnly('requirePrivacyAuthorize', () =>
        authorize('requirePrivacyAuthorize'),
      ),
      openPrivacyContract: callbackOnly('openPrivacyContract', () => {
        // With which words the real one fails is in no document.
        if (!isDeclared) throw new CallFailure('no privacy contract')
        openContract()
      }),
      /** The latest listener alone counts. */
      onNeedPrivacyAuthorization: (listen: Listener) => void (listener = listen),
    },
  }
}
