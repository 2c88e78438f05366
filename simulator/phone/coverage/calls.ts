import type { CoverageTheme } from './row'

/** wx. A test holds the names against platform.ts. */
export const calls: CoverageTheme = {
  title: '接口 · wx',
  rows: [
    {
      what: '缓存 storage',
      names: [
        ...['getStorage', 'setStorage', 'removeStorage', 'clearStorage', 'getStorageInfo'],
        ...['getStorageSync', 'setStorageSync', 'removeStorageSync', 'clearStorageSync'],
        'getStorageInfoSync',
      ],
      is: 'approximate',
      note: 'apart for each person, company and app; JSON only, where a phone keeps dates and the like',
      shownBy: ['outlives a reload, and keeps persons, companies and hosts apart'],
    },
    {
      what: '网络 network',
      names: ['request', 'getNetworkType', 'onNetworkStatusChange', 'offNetworkStatusChange'],
      is: 'approximate',
      note: 'over the browser’s fetch: other origins must allow it (CORS), there are no cookies, and legal domains are not checked. 3G, 2G and offline are slow or silent lines',
      shownBy: [
        'goes where the host table says, with method, header and JSON',
        '2G takes its time before anything is sent',
      ],
    },
    {
      what: '路由 navigation',
      names: ['navigateTo', 'redirectTo', 'navigateBack', 'switchTab', 'reLaunch'],
      is: 'true',
      note: 'the stack of ten, tab pages that live on, the event channel; pages change without an animation',
      shownBy: [
        'redirectTo, reLaunch and the limit of ten pages',
        'the event channel of navigateTo',
        'tabs keep their pages; a Component() page has both kinds of life',
      ],
    },
    {
      what: '提示 toasts and dialogs',
      names: [
        ...['showToast', 'hideToast', 'showLoading', 'hideLoading', 'showModal'],
        'showActionSheet',
      ],
      is: 'true',
      note: 'looks as on iOS, approximately',
      shownBy: [
        'catchtap stops the tap; a toast shows',
        'modal and action sheet answer what was tapped',
      ],
    },
    {
      what: '导航栏 navigation bar',
      names: [
        ...['setNavigationBarTitle', 'setNavigationBarColor', 'showNavigationBarLoading'],
        ...['hideNavigationBarLoading', 'hideHomeButton', 'getMenuButtonBoundingClientRect'],
      ],
      is: 'approximate',
      note: 'colours change without an animation; the capsule does nothing',
      shownBy: ['a tap leads to another page with its query, and back'],
    },
    {
      what: '标签栏 tab bar',
      names: [
        ...['setTabBarItem', 'setTabBarBadge', 'removeTabBarBadge', 'showTabBar', 'hideTabBar'],
        ...['showTabBarRedDot', 'hideTabBarRedDot'],
      ],
      is: 'approximate',
      note: 'texts, badges, dots; `setTabBarItem` leaves the pictures',
    },
    {
      what: '下拉与滚动 pulling and scrolling',
      names: ['startPullDownRefresh', 'stopPullDownRefresh', 'pageScrollTo'],
      is: 'true',
      note: '',
      shownBy: ['pull-down refresh, by hand and by call', 'pageScrollTo'],
    },
    {
      what: 'setBackgroundColor, setBackgroundTextStyle, share menu',
      names: ['setBackgroundColor', 'setBackgroundTextStyle', 'showShareMenu', 'hideShareMenu'],
      is: 'approximate',
      note: 'they succeed, and nothing is seen',
    },
    {
      what: '剪贴板 clipboard',
      names: ['setClipboardData', 'getClipboardData'],
      is: 'true',
      note: 'the phone’s own, not the developer’s',
      shownBy: ['WeCom knows nothing of it: the clipboard is open, the button mute'],
    },
    {
      what: '隐私 privacy authorisation',
      names: [
        ...['getPrivacySetting', 'requirePrivacyAuthorize', 'openPrivacyContract'],
        'onNeedPrivacyAuthorization',
      ],
      is: 'true',
      note: 'in WeChat only; the contract is a page of the preview',
      shownBy: [
        'WeChat asks by itself, once for calls that come together, and remembers the person',
      ],
    },
    {
      what: '系统 system and device',
      names: [
        ...['getSystemInfoSync', 'getSystemInfo', 'getWindowInfo', 'getAppBaseInfo'],
        ...['getDeviceInfo', 'getSystemSetting', 'getAppAuthorizeSetting', 'getAccountInfoSync'],
        ...['onThemeChange', 'offThemeChange', 'onWindowResize', 'offWindowResize'],
      ],
      is: 'approximate',
      note: 'a phone that was chosen by its width; windows do not change their size',
      shownBy: [
        'theme and language are the phone’s',
        'WeChat follows at once, tells who listens, and keeps what a page set itself',
      ],
    },
    {
      what: '启动与更新 launch and updates',
      names: [
        ...['getLaunchOptionsSync', 'getEnterOptionsSync', 'getUpdateManager', 'getExtConfig'],
        'getExtConfigSync',
      ],
      is: 'approximate',
      note: 'opened from the workbench, or from the list of recent ones; there is never an update',
      shownBy: ['the app and the page live in WeChat’s order'],
    },
    {
      what: 'canIUse',
      names: ['canIUse'],
      is: 'true',
      note: 'true for what is here, in the chosen app and on the chosen device, and for nothing else',
      shownBy: ['canIUse and the object agree about every call'],
    },
    {
      what: '节点查询 queries',
      names: ['createSelectorQuery', 'createIntersectionObserver'],
      is: 'approximate',
      note: 'measured from the page’s corner; `node` and `context` of a canvas are not there',
      shownBy: [
        'boundingClientRect counts from the corner of the page',
        'selectAll, several questions at once, and what is not there',
        'fields: mark, computedStyle and properties',
        'scrollOffset of a scroll-view and of the page',
        'selectViewport',
        'in(component), and this.createSelectorQuery inside it',
        'a question may have an answer of its own',
        'createIntersectionObserver tells when something comes into the page',
        'disconnect',
        'thresholds, of a component or a page given by name',
      ],
    },
    {
      what: '应用事件 events of the app',
      names: [
        ...['onAppShow', 'offAppShow', 'onAppHide', 'offAppHide', 'onError', 'offError'],
        ...['onUnhandledRejection', 'offUnhandledRejection', 'onPageNotFound', 'offPageNotFound'],
      ],
      is: 'true',
      note: 'hidden and shown with the browser’s tab',
      shownBy: ['the app is hidden and shown with its page'],
    },
    {
      what: 'nextTick, arrayBufferToBase64, base64ToArrayBuffer',
      names: ['nextTick', 'arrayBufferToBase64', 'base64ToArrayBuffer'],
      is: 'true',
      note: '',
    },
    {
      what: '登录 login, checkSession',
      names: ['login', 'checkSession'],
      is: 'true',
      note: 'codes of WeChat, which WeCom refuses, as in truth',
      shownBy: ['wx.login inside WeCom asks for a WeChat code'],
    },
    {
      what: '云开发 wx.cloud',
      names: ['cloud'],
      is: 'approximate',
      note: 'in WeChat only: init and callFunction',
      shownBy: ['wx.cloud calls functions as one stable openid per person'],
    },
    {
      what: '动画 createAnimation, this.animate',
      names: ['createAnimation'],
      is: 'absent',
      note: 'CSS animations and their events are there',
    },
    {
      what: '文件、图片与媒体 files, pictures and media',
      names: [
        ...['getFileSystemManager', 'chooseImage', 'chooseMedia', 'previewImage', 'saveFile'],
        ...['uploadFile', 'downloadFile', 'createCanvasContext', 'createInnerAudioContext'],
      ],
      is: 'absent',
      note: 'whoever touches one learns it from the console',
    },
    {
      what: '设备与位置 device and place',
      names: [
        ...['scanCode', 'makePhoneCall', 'vibrateShort', 'getLocation', 'openLocation'],
        ...['openBluetoothAdapter', 'onAccelerometerChange'],
      ],
      is: 'absent',
      note: '',
    },
    {
      what: '开放能力 open abilities',
      names: [
        ...['requestPayment', 'requestSubscribeMessage', 'getUserProfile', 'authorize'],
        ...['getSetting', 'openSetting', 'navigateToMiniProgram', 'exitMiniProgram'],
      ],
      is: 'absent',
      note: '',
    },
    { what: 'WebSocket connectSocket', names: ['connectSocket'], is: 'absent', note: '' },
    { what: 'Worker createWorker', names: ['createWorker'], is: 'absent', note: '' },
  ],
}
