/** One notice, in words. */
export interface NoticeWords {
  id: string
  title: string
  text: string
  when: string
}

/** A notice to read: nothing in it can be tapped. */
Component({
  properties: {
    notice: { type: Object, value: {} as NoticeWords },
  },
})
