import { createHash } from 'node:crypto'
import type { Company } from '../simulator/wecom/company/company'
import { inRoot } from './paths'

/** Where `npm start` keeps its database: one for each company, because what one has, no other is told. */
export const databaseFileOf = (company: Company): string => {
  const name = createHash('sha256').update(JSON.stringify(company)).digest('hex').slice(0, 12)
  return inRoot('.gongpai', `database-${name}.json`)
}
