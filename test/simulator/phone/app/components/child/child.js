Component({
  relations: { '../parent/parent': { type: 'parent' } },
  properties: { label: String, num: { type: Number, value: 7 } },
  methods: {
    ping() {
      return `pong:${this.data.label}`
    },
  },
})
