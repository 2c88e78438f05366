/** One entry of the workbench, in words; `action` is what a screen reader says. */
export interface EntryWords {
  id: string
  title: string
  note: string
  action: string
}

/** Entries side by side. Emits `open` with the id of the one that was tapped. */
Component({
  properties: {
    entries: { type: Array, value: [] as EntryWords[] },
  },
  methods: {
    onTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('open', { id: currentTarget.dataset.id })
    },
  },
})
