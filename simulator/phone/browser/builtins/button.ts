import { CallFailure } from '../wx/call'
import type { Privacy } from '../wx/privacy'
import { registerControl } from './controls'
import type { BuiltinNode, DefineBuiltin } from './define'
import { sendToForm } from './form'

export interface ButtonSurroundings {
  /** Absent in WeCom. */
  privacy: Pick<Privacy, 'agree' | 'require'> | undefined
  /** Asks the page what it would share. */
  share(target: { id: string; dataset: unknown }): void
  /** Tells the person that something is missing in the preview. */
  notSimulated(what: string): void
}

/** button. Its open-types that need a real client say so to the person, and fail for the mini program. */
export function defineButton(define: DefineBuiltin, surroundings: ButtonSurroundings): void {
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
      hoverStartTime: 20,
      hoverStayTime: 70,
      name: '',
      lang: 'en',
      appParameter: '',
    },
    reflected: ['type', 'size', 'plain', 'disabled', 'loading'],
    created: (node) =>
      node.on('tap', () => {
        if (node.flag('disabled')) return
        if (node.text('formType') !== '') sendToForm(node.element, node.text('formType'))
        if (node.text('openType') !== '') void answerTap(node, surroundings)
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
  getRealtimePhoneNumber: 'getrealtimephonenumber',
  getUserInfo: 'getuserinfo',
  chooseAvatar: 'chooseavatar',
  openSetting: 'opensetting',
  launchApp: 'error',
  contact: 'contact',
}

/** Those that touch private data: WeChat asks the person first. */
const PRIVATE = new Set(['getPhoneNumber', 'getRealtimePhoneNumber', 'getUserInfo', 'chooseAvatar'])

const AGREE = 'agreePrivacyAuthorization'

/** WeChat takes two open-types in one, as in `getPhoneNumber|agreePrivacyAuthorization`; WeCom's library is older. */
async function answerTap(node: BuiltinNode, surroundings: ButtonSurroundings): Promise<void> {
  const { privacy } = surroundings
  const openType = node.text('openType')
  const types = privacy === undefined ? [openType] : openType.split('|')
  if (privacy !== undefined && types.includes(AGREE)) {
    privacy.agree(node.id())
    node.trigger('agreeprivacyauthorization', { errMsg: `${AGREE}:ok` })
  }
  for (const type of types) {
    if (type === 'share') surroundings.share({ id: node.id(), dataset: node.dataset() })
    else if (type !== AGREE) await answerOpenType(node, type, surroundings)
  }
}

async function answerOpenType(
  { trigger }: BuiltinNode,
  openType: string,
  { privacy, notSimulated }: ButtonSurroundings,
): Promise<void> {
  const answer = ANSWERS[openType]
  try {
    if (PRIVATE.has(openType)) await privacy?.require(`button.${openType}`)
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    return trigger(answer ?? 'error', {
      errMsg: `${openType}:fail ${error.message}`,
      ...error.fields,
    })
  }
  notSimulated(`<button open-type="${openType}">`)
  if (answer !== undefined) trigger(answer, { errMsg: `${openType}:fail not simulated` })
}
