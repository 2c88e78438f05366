import type { ProfileField } from '../../../../typings/api'
import { readRoles } from '../../directory/read-roles'
import type { RoleRules } from '../../directory/roles'
import type { Settings } from '../settings'

/** By which rules a member becomes an employee, for the functions that ask WeCom about people. */
export interface ProfileSettings {
  corpName: string | undefined
  fields: ReadonlySet<ProfileField>
  roles: RoleRules
  /** For so long what WeCom said of a person is believed without asking again, in ms. */
  freshMs: number
}

const profileFields: readonly ProfileField[] = [
  'userId',
  'name',
  'alias',
  'position',
  'avatar',
  'departments',
  'directLeaders',
  'roles',
  'mobile',
  'email',
  'bizMail',
  'telephone',
  'address',
  'gender',
  'extattr',
  'externalPosition',
  'externalProfile',
  'qrCode',
  'openUserId',
]
const defaultProfileFields = 'userId,name,alias,position,departments,avatar,roles'

export const readProfile = (settings: Settings): ProfileSettings => ({
  corpName: settings.optional('CORP_NAME'),
  fields: settings.parsed('PROFILE_FIELDS', readFields, defaultProfileFields),
  roles: settings.parsed('ROLES', readRoles, '{}'),
  freshMs: 60_000 * settings.integer('PROFILE_MINUTES', { minimum: 0, maximum: 60, otherwise: 5 }),
})

const readFields = (text: string): ReadonlySet<ProfileField> => {
  const names = text.split(',').map((name) => name.trim())
  const isKnown = (name: string): name is ProfileField =>
    (profileFields as readonly string[]).includes(name)
  const unknown = names.filter((name) => !isKnown(name))
  if (unknown.length > 0) throw new Error(`knows no field ${unknown.join(', ')}`)
  return new Set(names.filter(isKnown))
}
