import { events } from '../../journal'

Page({
  data: { id: '' },
  onLoad(query) {
    this.setData({ id: query.id ?? '' })
    wx.setNavigationBarTitle({ title: `详情 ${query.id ?? ''}` })
  },
  onUnload: () => void events.push('detail unload'),
  onBack: () => void wx.navigateBack(),
})
