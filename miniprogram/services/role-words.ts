import type { KnownEmployee } from './identity'

/** What people call the roles of an employee; one without a name of its own is called as it is. */
export function roleWords({ roles, roleNames = {} }: KnownEmployee): string[] {
  return roles.map((role) => roleNames[role] ?? role)
}
