const hear = (what) =>
  function (event) {
    this.heard.push(`${what} ${JSON.stringify(event.detail)}`)
  }

Page({
  data: { focus: false, typed: '' },
  heard: [],
  onSubmit: hear('submit'),
  onReset: hear('reset'),
  onInput(event) {
    this.heard.push(`input ${event.detail.value} ${event.detail.cursor}`)
  },
  onUpper: ({ detail }) => ({ value: detail.value.toUpperCase(), cursor: 0 }),
  onFocus() {
    this.heard.push('focus')
  },
  onBlur() {
    this.heard.push('blur')
  },
  onConfirm: hear('confirm'),
  onLikes: hear('likes'),
  onSize: hear('size'),
  onSwitch: hear('switch'),
})
