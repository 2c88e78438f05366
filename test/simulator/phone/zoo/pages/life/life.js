const { heard } = getApp()

Page({
  data: { name: 'one', count: 2, there: true, order: [], items: [1, 2], said: '' },
  onLoad(query) {
    heard.push(`load ${JSON.stringify(query)} ${getCurrentPages().length}`)
  },
  onShow() {
    heard.push('show')
  },
  onReady() {
    heard.push('ready')
  },
  onHide() {
    heard.push('hide')
  },
  onUnload() {
    heard.push('unload')
  },
  onPullDownRefresh() {
    heard.push('pull')
  },
  onReachBottom() {
    heard.push('bottom')
  },
  onPageScroll({ scrollTop }) {
    this.scrolledTo = scrollTop
  },
  onShout(event) {
    heard.push(`shout ${event.detail.loud} ${event.target.id}`)
  },
  open() {
    wx.navigateTo({
      url: '../second/second?from=life',
      events: { answer: ({ text }) => this.setData({ said: text }) },
      success: ({ eventChannel }) => eventChannel.emit('question', { text: 'asked' }),
    })
  },
  setTwice() {
    this.setData({ said: 'set' }, () => heard.push(`drawn ${this.data.said}`))
  },
  breakAt(where) {
    if (where === 'timer') setTimeout(() => this.breakNow())
    if (where === 'promise') Promise.reject(new Error('let go'))
  },
  breakNow() {
    throw new Error('broken here')
  },
})
