const note = (what) =>
  function () {
    this.heard.push(what)
  }

Page({
  data: { move: false },
  heard: [],
  events: [],
  onTouch(event) {
    this.events.push(JSON.parse(JSON.stringify(event)))
    this.heard.push(event.type)
  },
  onTap(event) {
    this.events.push(JSON.parse(JSON.stringify(event)))
    this.heard.push('tap')
  },
  onLong: note('longpress'),
  onLongTap: note('longtap'),
  onOuter: note('outer'),
  onCapture: note('capture'),
  onCaught: note('caught'),
  onBound: note('bound'),
  onOuterMut: note('outer mut'),
  onInnerMut: note('inner mut'),
  onPicked(event) {
    this.heard.push(`picked ${JSON.stringify(event.detail)} ${event.target.id}`)
  },
  onAnimation(event) {
    this.heard.push(event.type)
  },
})
