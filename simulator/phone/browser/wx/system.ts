import type { PhoneSetup } from '../../setup'
import { call } from './call'

/** Base libraries: WeCom's lags behind by years. https://developer.work.weixin.qq.com/document/path/91503 */
const BASE_LIBRARY = { wecom: '2.14.1', wechat: '3.8.0' }

/** Points above the page on the phone that is drawn. */
export const STATUS_BAR_HEIGHT = 47
const CAPSULE = { width: 87, height: 32, right: 7, top: STATUS_BAR_HEIGHT + 6 }

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: object
}

export interface SystemSurroundings {
  setup: PhoneSetup
  /** Without it a mini program does not learn the theme. */
  darkmode: boolean
  launch(): LaunchOptions
  pageHeight(): number
}

/** What the client says about itself, the phone and this mini program. */
export function systemCalls({ setup, darkmode, launch, pageHeight }: SystemSurroundings) {
  const windowFields = () => ({
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: pageHeight(),
    statusBarHeight: STATUS_BAR_HEIGHT,
    screenTop: innerHeight - pageHeight(),
    safeArea: {
      left: 0,
      right: innerWidth,
      top: STATUS_BAR_HEIGHT,
      bottom: innerHeight - 34,
      width: innerWidth,
      height: innerHeight - 34 - STATUS_BAR_HEIGHT,
    },
  })
  const deviceFields = {
    brand: 'iPhone',
    model: 'iPhone 14',
    system: 'iOS 17.5.1',
    platform: 'ios',
    benchmarkLevel: -1,
  }
  const appFields = {
    SDKVersion: BASE_LIBRARY[setup.host],
    // WeChat's version, even inside WeCom: https://developer.work.weixin.qq.com/document/path/95046
    version: '8.0.50',
    language: setup.language,
    fontSizeSetting: 16,
    enableDebug: false,
    ...(darkmode ? { theme: setup.theme } : {}),
  }
  const all = () => ({
    ...deviceFields,
    ...windowFields(),
    ...appFields,
    ...(setup.host === 'wecom' ? { environment: 'wxwork' } : {}),
  })
  const account = { miniProgram: { appId: setup.appId, envVersion: 'develop', version: '' } }
  const never = () => undefined
  return {
    getSystemInfoSync: all,
    getSystemInfo: call('getSystemInfo', all),
    getWindowInfo: windowFields,
    getAppBaseInfo: () => ({ ...appFields, host: { env: 'WeChat' } }),
    getDeviceInfo: () => deviceFields,
    getSystemSetting: () => ({
      bluetoothEnabled: false,
      locationEnabled: false,
      wifiEnabled: true,
    }),
    getAppAuthorizeSetting: () => ({ notificationAuthorized: 'not determined' }),
    getAccountInfoSync: () => account,
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getMenuButtonBoundingClientRect: () => {
      const right = innerWidth - CAPSULE.right
      const { width, height, top } = CAPSULE
      return { width, height, top, right, left: right - width, bottom: top + height }
    },
    getNetworkType: call('getNetworkType', () => ({
      networkType: navigator.onLine ? 'wifi' : 'none',
    })),
    getExtConfigSync: () => ({}),
    getExtConfig: call('getExtConfig', () => ({ extConfig: {} })),
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
        queueMicrotask(() => listener({ hasUpdate: false })),
      onUpdateReady: never,
      onUpdateFailed: never,
      applyUpdate: never,
    }),
    // The theme and the window are the phone's parameters: while it is open neither changes.
    onThemeChange: never,
    offThemeChange: never,
    onWindowResize: never,
    offWindowResize: never,
    nextTick: (callback: () => void) => queueMicrotask(callback),
    arrayBufferToBase64: (buffer: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer))),
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer,
  }
}
