export default Behavior({
  data: { from: 'first', shared: { first: 1 } },
  lifetimes: {
    attached() {
      getApp().heard.push('behavior attached')
    },
  },
  methods: { whose: () => 'behavior' },
})
