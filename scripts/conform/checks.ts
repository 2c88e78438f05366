import type { Check } from './check'
import { appChecks } from './checks/app'
import { credentialChecks } from './checks/credentials'
import { departmentChecks } from './checks/departments'
import { memberChecks } from './checks/members'
import { signInChecks } from './checks/sign-in'

/** Every call, in the order in which they are made: later ones need what earlier ones give. */
export const checks: readonly Check[] = [
  ...credentialChecks,
  ...departmentChecks,
  ...memberChecks,
  ...signInChecks,
  ...appChecks,
]
