import { identity } from './services/index'

App({
  onShow() {
    // Also the first time: WeCom keeps a mini program alive in the background for long.
    void identity.start()
  },
})
