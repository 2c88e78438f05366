Page({
  customField: { deep: 1 },
  behaviors: [Behavior({ data: { fromBehavior: 1 }, methods: { behave: () => 'behaved' } })],
  data: {
    m2: [
      { id: 1, cells: ['a', 'b'] },
      { id: 2, cells: ['c'] },
    ],
    o: { x: 1, y: 2 },
    n: 1,
    a: { b: { c: 'deep' } },
    arr: [1, 2],
    nul: null,
    t: true,
    which: 'dyn1',
    row: { label: 'lab', value: 'val' },
    color: 'rgb(1, 2, 3)',
    w: 100,
    handler: 'onDyn',
    mv: 'init',
    log: [] as string[],
  },
  onDs(event: WechatMiniprogram.TouchEvent) {
    const { currentTarget, mark } = event
    this.data.log.push(`ds:${JSON.stringify(currentTarget.dataset)}:${JSON.stringify(mark)}`)
  },
  onCap() {
    this.data.log.push('cap')
  },
  onCapIn() {
    this.data.log.push('capin')
  },
  onMutOut() {
    this.data.log.push('mutout')
  },
  onMutIn() {
    this.data.log.push('mutin')
  },
  onDyn() {
    this.data.log.push('dyn')
  },
  next() {
    this.setData({
      n: 2,
      which: 'dyn2',
      'm2[0].cells[1]': 'B',
      'a.b.c': 'deeper',
      'arr[1]': 9,
      'm2[2]': { id: 3, cells: ['z'] },
    })
  },
})
