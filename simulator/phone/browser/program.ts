import type { Problem } from '../compile/problems'
import type { Theme } from '../setup'

/** The compiled mini program, as its bundle hands it over. */
export interface Program {
  pages: string[]
  darkmode: boolean
  themes: Record<Theme, AppSettings>
  /** CSS by path; `app` is app.wxss. */
  styles: Record<string, string>
  units: ProgramUnit[]
}

export interface ProgramUnit {
  path: string
  isPage: boolean
  styleScope: string
  json: WindowSettings & Record<string, unknown>
}

/** The part of app.json that the phone's own surroundings need. */
export interface AppSettings {
  window?: WindowSettings
  tabBar?: TabBarSettings
}

export interface WindowSettings {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  backgroundTextStyle?: 'dark' | 'light'
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
}

export interface TabBarSettings {
  /** The mini program draws it: custom-tab-bar.ts. */
  custom?: boolean
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: 'black' | 'white'
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

/** glass-easel's template generators by template path. */
export type Templates = Record<string, unknown>

/** What the bundle calls, in this order: problems, install, runApp, runUnit for each, start. */
export interface PhoneRuntime {
  problems(problems: Problem[]): void
  install(program: Program, templates: Templates): void
  runApp(run: () => unknown): void
  runUnit(path: string, run: () => unknown): void
  start(): void
  readonly ready: boolean
}
