import { events } from './journal'

App({
  globalData: { events },
  onLaunch(options: WechatMiniprogram.App.LaunchShowOption) {
    events.push(`launch ${options.path} ${options.scene}`)
  },
  onShow() {
    events.push('app show')
  },
  onError(message: string) {
    events.push(`error ${message.split('\n')[0]}`)
  },
})
