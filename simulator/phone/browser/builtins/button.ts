import { CallFailure } from '../wx/call'
import type { Privacy } from '../wx/privacy'
import { registerControl } from './controls'
import type { BuiltinNode, DefineBuiltin } from './define'
import { sendToForm } from './form'

export type ButtonPrivacy = Pick<Privacy, 'agree' | 'require'>

/** button. Its open-types that need a real client answer the mini program that there is none. */
export function defineButton(define: DefineBuiltin, privacy: ButtonPrivacy | undefined): void {
  define('button', {
    properties: {
      type: 'default',
      size: 'default',
      plain: false,
      disabled: false,
      loading: false,
      formType: '',
      openType: '',
      hoverClass: 'button-hover',
      name: '',
      lang: 'en',
      appParameter: '',
    },
    reflected: ['type', 'size', 'plain', 'disabled', 'loading'],
    created: (node) =>
      node.on('tap', () => {
        if (node.flag('disabled')) return
        if (node.text('formType') !== '') sendToForm(node.element, node.text('formType'))
        if (node.text('openType') !== '') void answerTap(node, privacy)
      }),
    attached(node) {
      node.element.setAttribute('role', 'button')
      registerControl(node.element, {
        name: () => '',
        value: () => undefined,
        reset: () => undefined,
        activate: () => node.trigger('tap', {}, { bubbles: true, composed: true }),
      })
    },
  })
}

/** Open-types and the event with which each answers. */
const ANSWERS: Record<string, string> = {
  getPhoneNumber: 'getphonenumber',
  getUserInfo: 'getuserinfo',
  chooseAvatar: 'chooseavatar',
  openSetting: 'opensetting',
  launchApp: 'error',
  contact: 'contact',
}

/** Those that touch private data: WeChat asks the person first. */
const PRIVATE = new Set(['getPhoneNumber', 'getUserInfo', 'chooseAvatar'])

const AGREE = 'agreePrivacyAuthorization'

/** WeChat takes two open-types in one, as in `getPhoneNumber|agreePrivacyAuthorization`; WeCom's library is older. */
async function answerTap(node: BuiltinNode, privacy: ButtonPrivacy | undefined): Promise<void> {
  const openType = node.text('openType')
  const types = privacy === undefined ? [openType] : openType.split('|')
  if (privacy !== undefined && types.includes(AGREE)) {
    privacy.agree(node.id())
    node.trigger('agreeprivacyauthorization', { errMsg: `${AGREE}:ok` })
  }
  for (const type of types) await answerOpenType(node, type, privacy)
}

async function answerOpenType(
  { trigger }: BuiltinNode,
  openType: string,
  privacy: ButtonPrivacy | undefined,
): Promise<void> {
  const answer = ANSWERS[openType]
  if (answer === undefined) return
  try {
    if (PRIVATE.has(openType)) await privacy?.require(`button.${openType}`)
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    return trigger(answer, { errMsg: `${openType}:fail ${error.message}`, ...error.fields })
  }
  console.warn(
    `[phone] <button open-type="${openType}"> is not simulated: it answers with a failure`,
  )
  trigger(answer, { errMsg: `${openType}:fail not simulated` })
}
