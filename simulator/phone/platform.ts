import type { Host } from './setup'

/** One call that the phone simulates, and where a real client has it. */
export interface PlatformCall {
  name: string
  /** Absent: both. */
  only?: Host
  /** WeCom has it on phones, and not on a desktop. */
  inWecom?: 'phone'
  /** Names inside success results, options and returned objects that canIUse affirms. */
  details?: readonly string[]
}

const SYSTEM_DETAILS = [
  'brand',
  'model',
  'pixelRatio',
  'screenWidth',
  'screenHeight',
  'windowWidth',
  'windowHeight',
  'statusBarHeight',
  'language',
  'version',
  'system',
  'platform',
  'SDKVersion',
  'theme',
  'safeArea',
  'fontSizeSetting',
] as const

/**
 * Every wx call that the phone simulates. wx is built from this table, and canIUse answers from it,
 * so neither can promise what the other has not.
 *
 * What WeCom lacks: https://developer.work.weixin.qq.com/document/path/91503 (table of 2022-06-10).
 */
export const PLATFORM_CALLS: readonly PlatformCall[] = [
  // storage
  ...both('getStorage', 'setStorage', 'removeStorage', 'clearStorage', 'getStorageInfo'),
  ...both('getStorageSync', 'setStorageSync', 'removeStorageSync', 'clearStorageSync'),
  ...both('getStorageInfoSync'),
  // network
  {
    name: 'request',
    details: ['data', 'statusCode', 'header', 'cookies', 'timeout', 'method', 'responseType'],
  },
  ...both('getNetworkType'),
  ...onPhonesInWecom('onNetworkStatusChange', 'offNetworkStatusChange'),
  // navigation
  ...both('navigateTo', 'redirectTo', 'navigateBack', 'switchTab', 'reLaunch'),
  // what the phone shows around the page
  ...both('showToast', 'hideToast', 'showLoading', 'hideLoading', 'showModal', 'showActionSheet'),
  ...both('setNavigationBarTitle', 'setNavigationBarColor', 'showNavigationBarLoading'),
  ...both('hideNavigationBarLoading', 'setBackgroundColor', 'setBackgroundTextStyle'),
  ...both('setTabBarItem', 'setTabBarBadge', 'removeTabBarBadge', 'showTabBar', 'hideTabBar'),
  ...onPhonesInWecom('showTabBarRedDot', 'hideTabBarRedDot', 'hideHomeButton'),
  ...both('startPullDownRefresh', 'stopPullDownRefresh', 'pageScrollTo'),
  ...onPhonesInWecom('showShareMenu', 'hideShareMenu'),
  // what a person must agree to in WeChat, and how they are asked
  ...both('setClipboardData', 'getClipboardData'),
  {
    name: 'getPrivacySetting',
    only: 'wechat',
    details: ['needAuthorization', 'privacyContractName'],
  },
  { name: 'requirePrivacyAuthorize', only: 'wechat' },
  { name: 'openPrivacyContract', only: 'wechat' },
  { name: 'onNeedPrivacyAuthorization', only: 'wechat' },
  // the client and this mini program
  { name: 'getSystemInfoSync', details: SYSTEM_DETAILS },
  { name: 'getSystemInfo', details: SYSTEM_DETAILS },
  { name: 'getAccountInfoSync', details: ['miniProgram'] },
  ...both('getLaunchOptionsSync', 'getEnterOptionsSync', 'getMenuButtonBoundingClientRect'),
  ...both('canIUse', 'nextTick', 'createSelectorQuery', 'createIntersectionObserver'),
  ...onPhonesInWecom('getUpdateManager'),
  ...both('getExtConfig', 'getExtConfigSync', 'arrayBufferToBase64', 'base64ToArrayBuffer'),
  ...both('onAppShow', 'offAppShow', 'onAppHide', 'offAppHide', 'onError', 'offError'),
  ...both('onUnhandledRejection', 'offUnhandledRejection', 'onPageNotFound', 'offPageNotFound'),
  { name: 'getWindowInfo', only: 'wechat' },
  { name: 'getAppBaseInfo', only: 'wechat' },
  { name: 'getDeviceInfo', only: 'wechat' },
  { name: 'getSystemSetting', only: 'wechat' },
  { name: 'getAppAuthorizeSetting', only: 'wechat' },
  { name: 'onThemeChange', only: 'wechat' },
  { name: 'offThemeChange', only: 'wechat' },
  { name: 'onWindowResize', only: 'wechat' },
  { name: 'offWindowResize', only: 'wechat' },
  // who opened it
  { name: 'login', details: ['code', 'timeout'] },
  ...both('checkSession'),
  { name: 'cloud', only: 'wechat', details: ['init', 'callFunction'] },
]

/**
 * What WeCom adds. From selectEnterpriseContact on they exist and fail.
 * https://developer.work.weixin.qq.com/document/path/91502
 */
export const QY_CALLS: Record<string, readonly string[]> = {
  login: ['code', 'timeout'],
  checkSession: ['expireIn'],
  canIUse: [],
  getSystemInfo: ['version'],
  getContext: ['entry', 'shareTicket'],
  getEnterpriseUserInfo: ['userInfo', 'rawData', 'signature', 'encryptedData', 'iv', 'timeout'],
  getMobile: ['encryptedData', 'iv', 'timeout'],
  getEmail: ['encryptedData', 'iv', 'timeout'],
  getAvatar: ['avatar', 'timeout'],
  getQrCode: ['qrCode', 'timeout'],
  selectEnterpriseContact: [],
  openEnterpriseChat: [],
  openUserProfile: [],
}

/** Calls a real WeCom client lacks though WeChat has them; not one of them may appear there. */
export const ABSENT_IN_WECOM: ReadonlySet<string> = new Set([
  ...PLATFORM_CALLS.filter(({ only }) => only === 'wechat').map(({ name }) => name),
  'openEmbeddedMiniProgram',
  'pluginLogin',
  'chooseMessageFile',
  'previewMedia',
  'getRandomValues',
  'reportEvent',
  'createWebAudioContext',
  'enableAlertBeforeUnload',
  'onCopyUrl',
  'shareFileMessage',
])

/** The simulated calls of one host, by name. */
export function callsOf(host: Host, onDesktop = false): Map<string, PlatformCall> {
  const isThere = ({ only, inWecom }: PlatformCall) =>
    (only === undefined || only === host) && !(host === 'wecom' && onDesktop && inWecom === 'phone')
  return new Map(PLATFORM_CALLS.filter(isThere).map((call) => [call.name, call]))
}

function onPhonesInWecom(...names: string[]): PlatformCall[] {
  return names.map((name) => ({ name, inWecom: 'phone' }))
}

function both(...names: string[]): PlatformCall[] {
  return names.map((name) => ({ name }))
}
