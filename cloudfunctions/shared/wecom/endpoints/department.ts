import type { Reader } from '../reader'

/** 部门. */
export interface Department {
  id: number
  /** Absent where WeCom tells ids only. */
  name?: string
  /** 上级部门; 0 above the root, whose id is 1. */
  parentId: number
}

/** Reads one department, wherever it stands in a reply. */
export const readDepartment = (reply: Reader): Department => {
  const name = reply.optionalText('name')
  return {
    id: reply.integer('id'),
    parentId: reply.integer('parentid'),
    ...(name !== undefined && { name }),
  }
}
