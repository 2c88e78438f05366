Page({
  data: { asked: '', from: '' },
  onLoad({ from }) {
    this.setData({ from })
    const channel = this.getOpenerEventChannel()
    channel.on('question', ({ text }) => {
      this.setData({ asked: text })
      channel.emit('answer', { text: 'answered' })
    })
  },
  onUnload() {
    getApp().heard.push('second unload')
  },
})
