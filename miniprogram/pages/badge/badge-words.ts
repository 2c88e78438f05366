import type { BadgeWords } from '../../components/badge-card/badge-words'
import { avatarUrl } from '../../services/avatar-url'
import { departmentWords } from '../../services/department-words'
import type { Translate } from '../../services/i18n'
import type { KnownEmployee } from '../../services/identity'
import { roleWords } from '../../services/role-words'

/** What the badge of an employee says. */
export function badgeWords(employee: KnownEmployee, t: Translate): BadgeWords {
  const { corpName, name, alias, position, avatar, departments } = employee
  const roles = roleWords(employee)
  const leads = departments.some((department) => department.leader)
  return {
    label: t('badge.card', { name }),
    turnLabel: t('badge.turn'),
    turnBackLabel: t('badge.turnBack'),
    codeLabel: t('badge.code'),
    noProof: t('badge.noProof'),
    corpName: corpName ?? t('badge.noCompany'),
    name,
    alias: alias === name ? '' : (alias ?? ''),
    position: position ?? '',
    // The portrait is larger than the small pictures on any phone of today.
    avatar: avatarUrl(avatar ?? '', 0),
    departments: departments.map((department) => departmentWords(department, t)),
    // A role may be called what leading a department is called: one tag says it.
    tags: Array.from(new Set(leads ? [t('badge.tag.leader'), ...roles] : roles)),
  }
}
