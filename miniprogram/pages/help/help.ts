import type { Field } from '../../components/field-list/field'
import { failures, host, t, workbench } from '../../services/index'
import { looks, pageLife } from '../page-life'
import { confirmAgain, copyOrSay } from '../refusal'
import { adminFields, adminText, helpWords, questions } from './help-words'

function render() {
  const noted = failures.latest()
  return {
    looks,
    help: helpWords(noted, t),
    /** Whether there is something to try again, and something to send. */
    isWrong: noted !== null,
    admin: (noted ? adminFields(noted, host.kind, t) : []) as Field[],
    questions: questions(t),
    words: {
      again: t('help.again'),
      admin: t('help.group.admin'),
      adminNote: t('help.adminNote'),
      copy: t('admin.copy'),
      questions: t('help.group.questions'),
    },
  }
}

/** What went wrong, in words for the employee; below it what the administrator needs. */
Component({
  data: render(),
  ...pageLife('help.title', render),
  methods: {
    onAgain() {
      void confirmAgain()
        .then(() => workbench.refresh())
        .then(() => {
          // Whoever has gone elsewhere meanwhile stays there.
          const isHere = (this as { isInFront?: boolean }).isInFront
          // Opened by a link there is nothing to go back to: then it just says that all is well.
          if (!failures.latest() && isHere) wx.navigateBack({ fail() {} })
          else this.setData(render())
        })
    },
    onCopy() {
      const noted = failures.latest()
      if (noted) copyOrSay(adminText(noted, host.kind, t))
    },
  },
})
