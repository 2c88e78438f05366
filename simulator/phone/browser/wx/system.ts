import { STANDARD_FONT_SIZE, type Device } from '../../choices'
import type { PhoneSetup, Theme } from '../../setup'
import { call } from './call'

/** Base libraries: WeCom's lags behind by years. https://developer.work.weixin.qq.com/document/path/91503 */
const BASE_LIBRARY = { wecom: '2.14.1', wechat: '3.8.0' }

/** Points around the capsule, counted from the status bar. */
const CAPSULE = { width: 87, height: 32, right: 7, top: 6 }

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: object
}

export interface SystemSurroundings {
  setup: PhoneSetup
  device: Device
  /** Undefined where a mini program does not learn the theme. */
  theme(): Theme | undefined
  launch(): LaunchOptions
  /** Points of the whole screen, and of the page alone. */
  size(): { width: number; height: number; pageHeight: number }
}

/** What the client says about itself, the phone and this mini program. */
export function systemCalls({ setup, device, theme, launch, size }: SystemSurroundings) {
  const { pixelRatio, statusBarHeight, homeHeight } = device
  const windowFields = () => {
    const { width, height, pageHeight } = size()
    return {
      pixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: pageHeight,
      statusBarHeight,
      screenTop: height - pageHeight,
      safeArea: {
        left: 0,
        right: width,
        top: statusBarHeight,
        bottom: height - homeHeight,
        width,
        height: height - homeHeight - statusBarHeight,
      },
    }
  }
  const deviceFields = { ...device.system, benchmarkLevel: -1 }
  const appFields = () => ({
    SDKVersion: BASE_LIBRARY[setup.host],
    // WeChat's version, even inside WeCom: https://developer.work.weixin.qq.com/document/path/95046
    version: '8.0.50',
    language: setup.language,
    // Text does not grow by itself: a mini program reads this and does what it likes.
    // https://developers.weixin.qq.com/miniprogram/design/elderly.html
    fontSizeSetting: setup.fontSize,
    enableDebug: false,
    ...(theme() === undefined ? {} : { theme: theme() }),
  })
  const all = () => ({
    ...deviceFields,
    ...windowFields(),
    ...appFields(),
    ...(setup.host === 'wecom' ? { environment: 'wxwork' } : {}),
  })
  const account = { miniProgram: { appId: setup.appId, envVersion: 'develop', version: '' } }
  const never = () => undefined
  return {
    getSystemInfoSync: all,
    getSystemInfo: call('getSystemInfo', all),
    getWindowInfo: windowFields,
    getAppBaseInfo: () => ({
      ...appFields(),
      fontSizeScaleFactor: setup.fontSize / STANDARD_FONT_SIZE,
      host: { env: 'WeChat' },
    }),
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
      const right = size().width - CAPSULE.right
      const { width, height } = CAPSULE
      const top = statusBarHeight + CAPSULE.top
      return { width, height, top, right, left: right - width, bottom: top + height }
    },
    getExtConfigSync: () => ({}),
    getExtConfig: call('getExtConfig', () => ({ extConfig: {} })),
    getUpdateManager: () => ({
      onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
        queueMicrotask(() => listener({ hasUpdate: false })),
      onUpdateReady: never,
      onUpdateFailed: never,
      applyUpdate: never,
    }),
    // The window is a parameter of the phone: while it is open it does not change.
    onWindowResize: never,
    offWindowResize: never,
    nextTick: (callback: () => void) => queueMicrotask(callback),
    arrayBufferToBase64: (buffer: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer))),
    base64ToArrayBuffer: (text: string) =>
      Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer,
  }
}
