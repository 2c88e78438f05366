import { events } from '../../journal'

Component({
  properties: { x: String },
  data: { visits: 0 },
  lifetimes: {
    attached: () => void events.push('me attached'),
  },
  pageLifetimes: {
    show: () => void events.push('me lifetimes show'),
  },
  methods: {
    onLoad() {
      events.push('me load')
      this.setData({ visits: wx.getStorageSync('visits') })
    },
    onShow: () => void events.push('me show'),
    onPullDownRefresh() {
      events.push('me pulled')
      wx.stopPullDownRefresh()
    },
    onTabItemTap: () => void events.push('me tab tapped'),
  },
})
