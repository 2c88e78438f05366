Component({
  methods: {
    onTap() {
      this.triggerEvent('picked', { id: 7 })
    },
  },
})
