import { events } from '../../journal'
import counter from '../../behaviors/counter'

Component({
  behaviors: [counter],
  options: { multipleSlots: true },
  properties: {
    userid: { type: String, value: '' },
    name: String,
    departments: { type: Array, value: [] },
  },
  data: { active: false },
  observers: {
    'userid, name'(userid) {
      events.push(`observed ${userid}`)
    },
  },
  lifetimes: {
    attached() {
      events.push('card attached')
    },
    detached() {
      events.push('card detached')
    },
  },
  pageLifetimes: {
    show() {
      events.push('card page show')
    },
  },
  methods: {
    onTap() {
      this.bump()
      this.setData({ active: !this.data.active })
      this.triggerEvent('select', { userid: this.properties.userid })
    },
  },
})
