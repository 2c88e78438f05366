/**
 * Where an employee stands in the company: what rights are decided on. Unlike the Employee that leaves
 * the server it is never trimmed, and it never leaves the server.
 */
export interface Standing {
  /** Own departments, the main one first. */
  departmentIds: number[]
  /** Own departments and all above them. */
  lineage: number[]
  /** The departments that the employee leads. */
  leads: number[]
  /** By ROLES. */
  roles: string[]
}
