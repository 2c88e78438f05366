import { events } from '../../journal'

Page({
  data: {
    state: 'loading',
    tall: false,
    count: 0,
    note: '',
    busy: false,
    list: [
      { userid: 'lisi', name: '李四' },
      { userid: 'wangwu', name: '王五' },
    ],
    rich: '<p style="color:red">rich <script>globalThis.broken = 1</script><b onclick="x()">text</b></p>',
  },
  onLoad(query) {
    events.push(`home load ${JSON.stringify(query)}`)
    const visits = (Number(wx.getStorageSync('visits')) || 0) + 1
    wx.setStorageSync('visits', visits)
    this.setData({ state: `visit ${visits}` })
  },
  onShow: () => void events.push('home show'),
  onReady: () => void events.push('home ready'),
  onHide: () => void events.push('home hide'),
  onCount() {
    this.setData({ count: this.data.count + 1 })
  },
  onItem(event: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: `/pages/detail/detail?id=${String(event.currentTarget.dataset.id)}` })
  },
  onSelect(event: WechatMiniprogram.CustomEvent<{ userid: string }>) {
    events.push(`select ${event.detail.userid}`)
  },
  onNote(event: WechatMiniprogram.Input) {
    this.setData({ note: event.detail.value })
  },
  onAround: () => void events.push('around'),
  onCatch: () => void wx.showToast({ title: 'caught', icon: 'none' }),
  onSwitch(event: WechatMiniprogram.SwitchChange) {
    events.push(`switch ${String(event.detail.value)}`)
  },
  onLikes(event: WechatMiniprogram.CheckboxGroupChange) {
    events.push(`likes ${event.detail.value.join()}`)
  },
  onSubmit(event: WechatMiniprogram.FormSubmit) {
    events.push(`submit ${JSON.stringify(event.detail.value)}`)
  },
})
