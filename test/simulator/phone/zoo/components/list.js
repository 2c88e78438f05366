Component({
  relations: {
    './list-item': {
      type: 'child',
      linked() {
        getApp().heard.push('linked')
      },
      unlinked() {
        getApp().heard.push('unlinked')
      },
    },
  },
  methods: {
    count() {
      return this.getRelationNodes('./list-item').length
    },
  },
})
