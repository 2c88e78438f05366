import first from '../behaviors/first'

Component({
  behaviors: [first],
  data: { from: 'own', shared: { own: 1 } },
  lifetimes: {
    attached() {
      getApp().heard.push('own attached')
    },
  },
  methods: { whose: () => 'own' },
})
