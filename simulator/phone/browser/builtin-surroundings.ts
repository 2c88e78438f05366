import type { Language } from '../setup'
import type { BuiltinSurroundings } from './builtins'
import type { PageStack } from './page-stack'
import type { Shell } from './shell'

export interface BuiltinSurroundingsParts {
  language: Language
  shell: Shell
  resolveImage(source: string): string
  privacy: BuiltinSurroundings['privacy']
  /** What is made after the built-in components are defined. */
  later(): { wx: Record<string, unknown>; stack: PageStack }
}

const NOT_SIMULATED = {
  zh_CN: (what: string) => `预览里没有 ${what}`,
  en: (what: string) => `Not in this preview: ${what}`,
}

/** Connects the built-in components with the phone around them. */
export function builtinSurroundings({
  language,
  shell,
  resolveImage,
  privacy,
  later,
}: BuiltinSurroundingsParts): BuiltinSurroundings {
  const notSimulated = (what: string) => {
    console.warn(`[phone] ${what} is not simulated`)
    shell.dialogs.showToast({ title: NOT_SIMULATED[language](what), icon: 'none', duration: 2500 })
  }
  return {
    resolveImage,
    privacy,
    notSimulated,
    openWheels: shell.openWheels,
    navigate(name, options) {
      const wxCall = later().wx[name]
      if (typeof wxCall === 'function') wxCall(options)
      else notSimulated(`wx.${name}`)
    },
    share(target) {
      const instance = later().stack.top()?.instance
      const handler = instance?.onShareAppMessage
      const told = (
        typeof handler === 'function' ? handler.call(instance, { from: 'button', target }) : {}
      ) as { title?: unknown } | undefined
      notSimulated(`${language === 'en' ? 'sharing' : '分享'} ${String(told?.title ?? '')}`.trim())
    },
  }
}
