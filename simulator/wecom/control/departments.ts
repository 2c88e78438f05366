import type { Corp, Department } from '../company/company'
import type { Edits } from '../edits/edits'
import { corpOf, departmentOf } from '../edits/find'
import type { NewDepartment } from '../edits/departments'
import { indexOf } from '../state/corp-index'
import type { World } from '../state/world'
import { corpIdOf, countOf, fieldsOf, idOf, jsonOf, type ControlCall } from './endpoint'
import { json, type Route } from './route'

/** A department with what stands below it, so that a tree can be opened step by step. */
interface DepartmentListing extends Department {
  /** Departments right below it. */
  departments: number
  /** 直接成员: members of the department itself. */
  members: number
}

/** The departments (部门) of a corp: listed level by level, made, renamed, moved, deleted. */
export const departmentRoutes = ({ corps }: Pick<World, 'corps'>, edits: Edits): Route[] => {
  const show = (call: ControlCall) => {
    const corp = corpOf(corps, corpIdOf(call))
    return { department: listing(corp, departmentOf(corp, idOf(call, 'id'))) }
  }
  return [
    json('GET', '/_sim/departments', (call) => {
      const corp = corpOf(corps, corpIdOf(call))
      const found = call.query.has('q') ? named(corp, call) : childrenIn(corp, call)
      return { departments: found.map((department) => listing(corp, department)) }
    }),
    json('POST', '/_sim/departments', (call) => ({
      department: edits.addDepartment(
        fieldsOf(jsonOf(call)) as unknown as NewDepartment,
        corpIdOf(call),
      ),
    })),
    json('GET', '/_sim/departments/:id', show),
    json('PATCH', '/_sim/departments/:id', (call) => {
      edits.editDepartment(idOf(call, 'id'), fieldsOf(jsonOf(call)), corpIdOf(call))
      return show(call)
    }),
    json('DELETE', '/_sim/departments/:id', (call) => {
      edits.removeDepartment(idOf(call, 'id'), corpIdOf(call))
      return { deleted: idOf(call, 'id') }
    }),
  ]
}

/** ?q=words of the name &limit= */
const named = ({ departments }: Corp, call: ControlCall): Department[] => {
  const wanted = (call.query.get('q') ?? '').trim().toLowerCase()
  const limit = countOf(call, 'limit', { preset: 50, most: 500 })
  return departments
    .filter(({ id, name }) => name.toLowerCase().includes(wanted) || String(id) === wanted)
    .slice(0, limit)
}

/** ?parentId= in their order; 0, the default, gives the root. */
const childrenIn = (corp: Corp, call: ControlCall): Department[] => {
  const parentId = countOf(call, 'parentId', { preset: 0, most: Infinity })
  const children = indexOf(corp).childrenOf.get(parentId) ?? []
  return [...children].sort((a, b) => b.order - a.order)
}

const listing = (corp: Corp, department: Department): DepartmentListing => {
  const { childrenOf, membersOf } = indexOf(corp)
  return {
    ...department,
    departments: childrenOf.get(department.id)?.length ?? 0,
    members: membersOf.get(department.id)?.length ?? 0,
  }
}
