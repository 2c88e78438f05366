import { admits } from './admits'
import type { DisplayRule, Viewer } from './admits'

/**
 * Shows its slot to those whom the rule admits. For display only: what must stay secret is not sent to
 * the phone at all, and the function that sends it is the judge. What stands in the slot is created for
 * everybody, as in every slot, so a component in there must not ask for anything by itself.
 */
Component({
  properties: {
    /** The employee, as identity knows them; null shows nothing. */
    employee: { type: Object, value: null as Viewer | null },
    /** Of any type: a text such as 'leaders', or an object such as { roles: ['hr'] }. */
    rule: { type: null, value: null as DisplayRule | null },
  },
  data: { admitted: false },
  observers: {
    'employee, rule'(employee: Viewer | null, rule: DisplayRule | null) {
      this.setData({ admitted: employee !== null && rule !== null && admits(rule, employee) })
    },
  },
})
