/**
 * What the client miniprogram-automator 0.12.1 may ask, and who answers it. DevTools' protocol has no public
 * description: the names are those that the client sends, and a test holds this table against its source.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/auto/
 */
export interface Method {
  name: string
  /** `phone`: the open phone. `endpoint`: without it. `nobody`: an error with the reason. */
  by: 'phone' | 'endpoint' | 'nobody'
  /** What differs from DevTools; for `nobody`, why there is no answer. */
  note?: string
}

const ONLY_DEVTOOLS = 'DevTools’ own accounts and tickets'

export const METHODS: readonly Method[] = [
  ...phone('App.getPageStack', 'App.getCurrentPage', 'App.callFunction', 'App.addBinding'),
  { name: 'App.callWxMethod', by: 'phone', note: 'no plugins' },
  {
    name: 'App.mockWxMethod',
    by: 'phone',
    note: 'no plugins; gone when the phone is loaded again',
  },
  { name: 'App.enableLog', by: 'phone', note: 'also what the phone itself warns of, `[phone] …`' },
  {
    name: 'App.captureScreenshot',
    by: 'endpoint',
    note: 'through the browser that shows the phone, where its launcher lends a camera',
  },
  { name: 'App.exit', by: 'phone', note: 'AppHide; the page of the browser stays open' },
  ...phone('Page.getElement', 'Page.getElements'),
  { name: 'Page.getElementByXpath', by: 'phone', note: 'over the WXML that outerWxml() gives' },
  { name: 'Page.getElementsByXpath', by: 'phone', note: 'over the WXML that outerWxml() gives' },
  ...phone('Page.getData', 'Page.setData', 'Page.callMethod', 'Page.getWindowProperties'),
  ...phone('Element.getElement', 'Element.getElements', 'Element.getDOMProperties'),
  ...phone('Element.getAttributes', 'Element.getProperties', 'Element.getStyles'),
  ...phone('Element.getOffset', 'Element.getWXML', 'Element.tap'),
  ...phone('Element.touchstart', 'Element.touchmove', 'Element.touchend'),
  ...phone('Element.triggerEvent', 'Element.dispatchEvent'),
  {
    name: 'Element.callFunction',
    by: 'phone',
    note: 'all but movable-view, which is drawn as a box',
  },
  ...phone('Element.getData', 'Element.setData', 'Element.callMethod'),
  { name: 'Element.callContextMethod', by: 'nobody', note: 'video is drawn as a box' },
  ...phone('Tool.getInfo'),
  {
    name: 'Tool.native',
    by: 'phone',
    note: 'goHome, navigateLeft, switchTab, confirmModal, cancelModal, authorizeAllow, authorizeCancel',
  },
  { name: 'Tool.close', by: 'endpoint', note: 'ends this connection; the page stays open' },
  { name: 'Tool.enableRemoteDebug', by: 'nobody', note: 'there is no real phone behind it' },
  { name: 'Tool.stopAudits', by: 'nobody', note: 'audits are DevTools’' },
  { name: 'Tool.getTestAccounts', by: 'nobody', note: ONLY_DEVTOOLS },
  { name: 'Tool.getTicket', by: 'nobody', note: ONLY_DEVTOOLS },
  { name: 'Tool.setTicket', by: 'nobody', note: ONLY_DEVTOOLS },
  { name: 'Tool.refreshTicket', by: 'nobody', note: ONLY_DEVTOOLS },
]

/** The entry of a method, if the client can ask it at all. */
export function methodNamed(name: string): Method | undefined {
  return METHODS.find((method) => method.name === name)
}

function phone(...names: string[]): Method[] {
  return names.map((name) => ({ name, by: 'phone' }))
}
