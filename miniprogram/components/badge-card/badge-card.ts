import type { BadgeWords } from './badge-words'
import { initials } from './initials'

/** The badge an employee wears. Emits `refresh`. */
Component({
  properties: {
    badge: { type: Object, value: {} as BadgeWords },
    tone: { type: String, value: 'waiting' },
    footWords: { type: String, value: '' },
    footMark: { type: String, value: '' },
    refreshLabel: { type: String, value: '' },
  },
  data: { initials: '', portrait: '' },
  observers: {
    'badge.name, badge.avatar'(name: string | undefined, avatar: string | undefined) {
      this.setData({ initials: initials(name ?? ''), portrait: avatar ?? '' })
    },
  },
  methods: {
    // The initials lie beneath the picture all the time: nothing jumps when it comes, or does not.
    onPortraitError() {
      this.setData({ portrait: '' })
    },
    onRefresh() {
      this.triggerEvent('refresh')
    },
  },
})
