Component({
  properties: { label: String },
  methods: {
    measure() {
      return new Promise((done) =>
        this.createSelectorQuery().select('.inside').boundingClientRect(done).exec(),
      )
    },
  },
})
