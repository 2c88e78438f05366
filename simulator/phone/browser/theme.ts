import type { PhoneSetup, Theme } from '../setup'
import type { Page } from './page'
import type { AppSettings, Program, WindowSettings } from './program'
import { createListeners } from './wx/listeners'

/** The look of the phone, and what follows it. */
export type PhoneTheme = ReturnType<typeof createTheme>

/**
 * Takes the theme that was asked for, where app.json says `darkmode`. In WeChat it may change while the
 * mini program is open; WeCom tells nobody: https://developer.work.weixin.qq.com/document/path/91503
 */
export function createTheme(setup: PhoneSetup, program: Pick<Program, 'darkmode' | 'themes'>) {
  const { darkmode, themes } = program
  const listeners = createListeners<{ theme: Theme }>()
  let current: Theme = darkmode ? setup.theme : 'light'
  const wear = (theme: Theme) => {
    current = theme
    document.documentElement.dataset.theme = theme
  }
  wear(current)

  return {
    current: (): Theme => current,
    settings: (): AppSettings => themes[current],
    /** Gives whether it changed; listeners hear of it by `tell`, when all is drawn. */
    change(theme: Theme): boolean {
      if (!darkmode || setup.host !== 'wechat' || theme === current) return false
      wear(theme)
      return true
    },
    tell: () => listeners.tell({ theme: current }),
    /** Brings what a page took from app.json's window in line; what it says itself, or set since, stays. */
    dress({ settings }: Page, own: WindowSettings): void {
      const former = themes[current === 'dark' ? 'light' : 'dark'].window ?? {}
      const followed = Object.entries(themes[current].window ?? {}).filter(
        ([name]) =>
          !(name in own) &&
          settings[name as keyof WindowSettings] === former[name as keyof WindowSettings],
      )
      Object.assign(settings, Object.fromEntries(followed))
    },
    calls: { onThemeChange: listeners.on, offThemeChange: listeners.off },
  }
}
