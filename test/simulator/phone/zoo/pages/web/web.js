Page({
  data: { src: '' },
  onLoad({ src }) {
    this.setData({ src: decodeURIComponent(src) })
  },
  onLoaded({ detail }) {
    getApp().heard.push(`loaded ${detail.src}`)
  },
  onFailed({ detail }) {
    getApp().heard.push(`failed ${detail.url}`)
  },
  onMessage({ detail }) {
    getApp().heard.push(`message ${JSON.stringify(detail.data)}`)
  },
})
