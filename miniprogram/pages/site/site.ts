import { t, workbench } from '../../services/index'
import { looks } from '../page-life'

/**
 * A web page of the company in the whole window. The address is that of an entry which the person may
 * see right now; a link into this page that names none leads nowhere.
 * https://developers.weixin.qq.com/miniprogram/dev/component/web-view.html
 */
Component({
  data: {
    looks,
    address: '',
    words: { what: '', next: '', back: '' },
  },
  methods: {
    onLoad({ entry: id = '' }: { entry?: string }) {
      const entry = workbench.entry(id)
      wx.setNavigationBarTitle({ title: entry?.title ?? t('workbench.title') })
      this.setData({
        address: entry && 'url' in entry.target ? entry.target.url : '',
        words: { what: t('site.gone'), next: t('site.goneNext'), back: t('site.back') },
      })
    },
    onBack() {
      wx.switchTab({ url: '/pages/workbench/workbench' })
    },
  },
})
