import { setTimeout as sleep } from 'node:timers/promises'
import { fingerprint } from '../access-token/fingerprint'
import { roleNamesIn } from '../directory/roles'
import { createDirectory, type Directory } from '../directory/directory'
import { createEmployees, type Employees } from '../employees/employees'
import type { Runtime } from '../runtime/serve-function'
import { callForbidden, notVisible } from '../wecom/catalogue/groups'
import { isRefusal } from '../wecom/errors'
import type { Storage } from './storage'
import type { Upstream } from './upstream'

/** The people of the company, for the functions that may ask WeCom about them. */
export interface People {
  directory: Directory
  employees: Employees
  /** Fingerprint of the rules that profiles are made by: what was made by others is not fresh. */
  madeBy: string
}

// WeCom's words for "this app may not read department names".
const namesForbidden = [...notVisible, ...callForbidden]

export const openPeople = (
  { config, clock, log }: Runtime<'app' | 'profile'>,
  { store, patient, keyPrefix }: Storage,
  { wecom, wecomForAll, ask }: Upstream,
): People => {
  const { corpId } = config.app
  const { corpName, fields, roles } = config.profile
  const madeBy = fingerprint(JSON.stringify([corpName, [...fields], roles]))
  const directory = createDirectory({
    readMember: (userId) => ask('/cgi-bin/user/get', (token) => wecom.user.get(token, userId)),
    readDepartments: () =>
      ask('/cgi-bin/department/list', (token) => wecomForAll.department.list(token)).catch(
        (error: unknown) => {
          if (!isRefusal(error, ...namesForbidden)) throw error
          return ask('/cgi-bin/department/simplelist', wecomForAll.department.simplelist)
        },
      ),
    readTag: (tagId) => ask('/cgi-bin/tag/get', (token) => wecomForAll.tag.get(token, tagId)),
    onTagRefused: (tagId, { errcode }) => log({ event: 'tagRefused', tagId, errcode }),
    store,
    patient,
    sleep: (ms) => sleep(ms),
    keyPrefix: `${keyPrefix}:directory`,
    trimming: { corpId, fields, roleNames: roleNamesIn(roles), ...(corpName && { corpName }) },
    rules: roles,
    clock,
  })
  const employees = createEmployees({ store, keyPrefix, clock, madeBy })
  return { directory, employees, madeBy }
}
