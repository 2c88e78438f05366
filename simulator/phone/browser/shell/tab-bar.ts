import { button, element } from '../dom'
import type { TabBarSettings } from '../program'

export interface TabBarParts {
  settings: TabBarSettings | undefined
  resolveImage(source: string): string
  press(path: string, index: number, text: string): void
}

/** The tabs of app.json at the bottom of the phone. */
export function createTabBar({ settings, resolveImage, press }: TabBarParts) {
  const bar = element('nav', 'tab-bar')
  const paint = (colours: TabBarSettings) => {
    bar.style.setProperty('--tab-color', colours.color ?? '#7a7e83')
    bar.style.setProperty('--tab-selected', colours.selectedColor ?? '#3cc51f')
    bar.style.setProperty('--tab-background', colours.backgroundColor ?? '#ffffff')
    bar.classList.toggle('white-border', colours.borderStyle === 'white')
  }
  if (settings !== undefined) paint(settings)
  const tabs = (settings?.list ?? []).map((tab, index) => {
    const shown = button('tab', '', () => press(tab.pagePath, index, label.textContent ?? ''))
    const picture = element('img')
    const label = element('span', '', tab.text)
    const badge = element('em', 'tab-badge')
    shown.dataset.path = tab.pagePath
    if (tab.iconPath !== undefined) shown.append(picture)
    shown.append(label, badge)
    bar.append(shown)
    return { ...tab, shown, picture, label, badge }
  })
  let hiddenByProgram = false
  return {
    bar,
    /** Takes the colours and pictures of another theme. */
    follow(themed: TabBarSettings | undefined) {
      if (themed === undefined) return
      paint(themed)
      tabs.forEach((tab, index) => {
        const { iconPath, selectedIconPath } = themed.list[index] ?? tab
        Object.assign(tab, { iconPath, selectedIconPath })
      })
    },
    /** Shows the bar when `path` is one of its tabs. */
    show(path: string) {
      const isTab = tabs.some(({ pagePath }) => pagePath === path)
      bar.hidden = !isTab || hiddenByProgram || settings?.custom === true
      for (const { pagePath, shown, picture, iconPath, selectedIconPath } of tabs) {
        const selected = pagePath === path
        shown.classList.toggle('selected', selected)
        shown.ariaCurrent = selected ? 'page' : null
        const source = selected ? (selectedIconPath ?? iconPath) : iconPath
        if (source !== undefined) picture.src = resolveImage(`/${source.replace(/^\//, '')}`)
      }
    },
    setText(index: number, text: string) {
      const tab = tabs[index]
      if (tab !== undefined) tab.label.textContent = text
    },
    /** `undefined` removes the badge, '' shows a dot. */
    setBadge(index: number, text: string | undefined) {
      const badge = tabs[index]?.badge
      if (badge === undefined) return
      badge.className =
        text === undefined ? 'tab-badge' : text === '' ? 'tab-badge dot' : 'tab-badge on'
      badge.textContent = text ?? ''
    },
    setHidden(hidden: boolean) {
      hiddenByProgram = hidden
      bar.hidden = hidden
    },
  }
}
