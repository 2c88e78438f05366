import type { Corp, Department } from '../company/company'
import type { World } from '../state/world'
import { inPlaceOf, shaped, type Commit } from './commit'
import { corpOf, departmentOf } from './find'
import { patched, type Patch } from './patch'
import { EditRefused } from './refused'

/** Without an id, the next free one; without a parent, below the root; without an order, last. */
export type NewDepartment = Pick<Department, 'name'> & Partial<Department>

/** Edits of departments (部门); without `corpId`, of our own corp. */
export interface DepartmentEdits {
  addDepartment(department: NewDepartment, corpId?: string): Department
  /** Another parentId moves it, with all below it. */
  editDepartment(id: number, changes: Patch<Omit<Department, 'id'>>, corpId?: string): Department
  /**
   * Refuses the root, and a department that has members or others below it (60005, 60006):
   * https://developer.work.weixin.qq.com/document/path/90207
   */
  removeDepartment(id: number, corpId?: string): void
}

export const createDepartmentEdits = (
  { corps }: Pick<World, 'corps'>,
  commit: Commit,
): DepartmentEdits => ({
  addDepartment: (department, corpId) => {
    const corp = corpOf(corps, corpId)
    const added = shaped<Department>('department', {
      id: Math.max(...corp.departments.map(({ id }) => id)) + 1,
      parentId: 1,
      order: 0,
      ...department,
    })
    commit(corp, { departments: [...corp.departments, added] })
    return structuredClone(added)
  },
  editDepartment: (id, changes, corpId) => {
    const corp = corpOf(corps, corpId)
    const before = departmentOf(corp, id)
    const defaults = { parentId: id === 1 ? 0 : 1, order: 0 }
    const after = { ...defaults, ...shaped<Department>('department', patched(before, changes)) }
    if (after.id !== id) throw new EditRefused('invalid', 'the id of a department stays')
    commit(corp, { departments: inPlaceOf(corp.departments, before, after) })
    return structuredClone(after)
  },
  removeDepartment: (id, corpId) => {
    const corp = corpOf(corps, corpId)
    const gone = departmentOf(corp, id)
    refuseUnlessEmpty(corp, gone)
    const others = (ids: number[]) => ids.filter((one) => one !== id)
    commit(corp, {
      departments: corp.departments.filter((department) => department !== gone),
      tags: corp.tags.map((tag) => ({ ...tag, departments: others(tag.departments) })),
      apps: corp.apps.map((app) => ({
        ...app,
        visibleRange: { ...app.visibleRange, departments: others(app.visibleRange.departments) },
      })),
    })
  },
})

const refuseUnlessEmpty = ({ departments, members }: Corp, { id, name }: Department): void => {
  const because = (reason: string) => new EditRefused('invalid', `${name} stays: ${reason}`)
  if (id === 1) throw because('the root department (根部门) cannot be deleted')
  if (departments.some(({ parentId }) => parentId === id)) {
    throw because('there are departments below it (60006)')
  }
  if (members.some((member) => member.departments.includes(id))) {
    throw because('it has members (60005)')
  }
}
