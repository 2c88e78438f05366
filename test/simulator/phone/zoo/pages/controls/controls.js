Page({
  data: {
    current: 0,
    two: 0,
    circular: false,
    autoplay: false,
    slides: ['a', 'b', 'c'],
    fruits: [{ name: '苹果' }, { name: '梨' }, { name: '桃' }],
    ranges: [
      ['研发', '市场'],
      ['平台', '应用'],
    ],
    multi: [0, 1],
    into: '',
    nothing: null,
  },
  heard: [],
  hear(what, event) {
    this.heard.push(`${what} ${JSON.stringify(event.detail)}`)
  },
  onSwiper(event) {
    this.setData({ current: event.detail.current })
    this.hear('swiper', event)
  },
  onFinish(event) {
    this.hear('finish', event)
  },
  onTransition() {
    this.moved = true
  },
  onTwo(event) {
    this.hear('two', event)
  },
  onUpright(event) {
    this.hear('upright', event)
  },
  onSlide(event) {
    this.heard.push(`slide ${event.currentTarget.dataset.slide}`)
  },
  onSlider(event) {
    this.hear('slider', event)
  },
  onChanging(event) {
    this.hear('changing', event)
  },
  onPicker(event) {
    this.hear('picker', event)
  },
  onCancel(event) {
    this.hear('cancel', event)
  },
  onColumn(event) {
    this.hear('column', event)
    if (event.detail.column === 0)
      this.setData({ ranges: [this.data.ranges[0], ['线上', '线下', '渠道']] })
  },
  onWheels(event) {
    this.hear('wheels', event)
  },
  onScroll(event) {
    this.scrolledTo = event.detail.scrollTop
  },
  onLower() {
    this.heard.push('lower')
  },
  onUpper() {
    this.heard.push('upper')
  },
  onContact(event) {
    this.hear('contact', event)
  },
  onBroken() {
    this.heard.push('broken')
  },
  onPicture(event) {
    this.hear('picture', event)
  },
  onShareAppMessage({ from, target }) {
    this.heard.push(`share ${from} ${target.id} ${target.dataset.what}`)
    return { title: '标题' }
  },
})
