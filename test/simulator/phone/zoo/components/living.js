const note = (what) =>
  function () {
    getApp().heard.push(`component ${what} ${this.data.name}`)
  }

Component({
  options: { pureDataPattern: /^_/, multipleSlots: true },
  properties: {
    name: String,
    count: {
      type: Number,
      value: 1,
      observer(now, before) {
        getApp().heard.push(`count ${before} to ${now}`)
      },
    },
    anything: null,
  },
  data: { deep: { a: { b: 1 } }, list: [1], _pure: 'pure' },
  observers: {
    'deep.a.b'(value) {
      getApp().heard.push(`deep ${value}`)
    },
    'deep.**'() {
      getApp().heard.push('somewhere deep')
    },
    'list[0]'(value) {
      getApp().heard.push(`list ${value}`)
    },
  },
  lifetimes: {
    created() {
      getApp().heard.push('component created')
    },
    attached: note('attached'),
    ready: note('ready'),
    moved: note('moved'),
    detached: note('detached'),
  },
  pageLifetimes: { show: note('page show'), hide: note('page hide') },
  methods: {
    shout() {
      this.triggerEvent('shout', { loud: true }, { bubbles: true, composed: true })
    },
    owner() {
      return this.selectOwnerComponent().route
    },
  },
})
