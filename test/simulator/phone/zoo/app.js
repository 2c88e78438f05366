App({
  heard: [],
  onLaunch({ path, scene }) {
    this.heard.push(`launch ${path} ${typeof scene}`)
  },
  onShow() {
    this.heard.push('app show')
  },
  onHide() {
    this.heard.push('app hide')
  },
  onError(message) {
    this.heard.push(`error ${message.split('\n')[0]}`)
  },
  onUnhandledRejection({ reason }) {
    this.heard.push(`rejection ${reason.message}`)
  },
  onPageNotFound({ path }) {
    this.heard.push(`not found ${path}`)
  },
})
