import type { BadgeWords } from './badge-words'
import { initials } from './initials'

/**
 * The badge an employee wears: the person in front, the account as a QR code behind. Emits `turn` when it
 * is tapped, and `refresh` from its foot line.
 */
Component({
  properties: {
    badge: { type: Object, value: {} as BadgeWords },
    /** Whether its back is shown. */
    turned: { type: Boolean, value: false },
    /** A picture of the QR code. */
    code: { type: String, value: '' },
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
    onTurn() {
      this.triggerEvent('turn')
    },
    onRefresh() {
      this.triggerEvent('refresh')
    },
  },
})
