import { payrollPage } from './pages/payroll-page'
import { pageForEmployees, type VisitorDeps } from './visitor'

/**
 * GET /web/payroll, an example of a page for some: only who has the role `hr` by ROLES gets to see it.
 *
 * @throws AppError NOT_ALLOWED
 */
export const createPayroll = (deps: VisitorDeps) =>
  pageForEmployees(deps, ({ record }, request) => payrollPage(record.employee, request), {
    roles: ['hr'],
  })
