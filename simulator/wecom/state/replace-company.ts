import type { Company, Corp } from '../company/company'
import type { World } from './world'

/** The company as it is now, as a file would describe it; a copy. */
export const companyOf = ({ corps: [own, ...otherCorps] }: Pick<World, 'corps'>): Company =>
  structuredClone({ ...own, otherCorps })

/**
 * Puts a copy of `company` in place of the present one. A corp that is in both changes as by an
 * edit, so whoever watches is told; tokens and codes live on where their app and member do.
 */
export const replaceCompany = (
  { corps, changes }: Pick<World, 'corps' | 'changes'>,
  company: Company,
): void => {
  const { otherCorps, ...own } = structuredClone(company)
  const [first, ...others] = [own, ...otherCorps].map((corp): Corp => {
    const standing = corps.find(({ corpId }) => corpId === corp.corpId)
    if (!standing) return corp
    changes.change(standing, () => {
      for (const key of Object.keys(standing)) Reflect.deleteProperty(standing, key)
      Object.assign(standing, corp)
    })
    return standing
  })
  // Said as a change of the first, so that whoever shows the corps looks again.
  if (first) changes.change(first, () => corps.splice(0, corps.length, first, ...others))
}
