import { privacy, t } from '../../services/index'
import { field } from '../field'
import { looks, pageLife } from '../page-life'

const PARTS = ['read', 'phone', 'server', 'never'] as const

function render() {
  return {
    looks,
    parts: PARTS.map((part) =>
      field({
        key: part,
        label: t(`privacy.${part}.what`),
        value: t(`privacy.${part}.next`),
        wide: true,
      }),
    ),
    guide: privacy.hasGuide ? t('privacy.guide') : '',
  }
}

/** What is read and what is kept of the employee; the declared guide where the client has one. */
Component({
  data: render(),
  ...pageLife('privacy.title', render),
  methods: {
    onGuide() {
      privacy.openGuide()
    },
  },
})
