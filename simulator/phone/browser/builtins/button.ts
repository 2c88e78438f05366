import { registerControl } from './controls'
import type { DefineBuiltin } from './define'
import { sendToForm } from './form'

/** button. Its open-types that need a real client answer the mini program that there is none. */
export function defineButton(define: DefineBuiltin): void {
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
        if (node.text('openType') !== '') answerOpenType(node.text('openType'), node.trigger)
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

function answerOpenType(openType: string, trigger: (name: string, detail: unknown) => void): void {
  const answer = ANSWERS[openType]
  if (answer === undefined) return
  console.warn(
    `[phone] <button open-type="${openType}"> is not simulated: it answers with a failure`,
  )
  trigger(answer, { errMsg: `${openType}:fail not simulated` })
}
