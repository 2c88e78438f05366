let linked = 0

Component({
  relations: {
    '../child/child': {
      type: 'child',
      linked() {
        linked += 1
      },
    },
  },
  methods: { count: () => linked },
})
