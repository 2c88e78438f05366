import fc from 'fast-check'
import type { WorkbenchContent } from '../../../typings/api'
import { createDepartmentTree } from '../../../cloudfunctions/shared/directory/departments'
import { standingOf } from '../../../cloudfunctions/shared/directory/standing'
import { createTagBook } from '../../../cloudfunctions/shared/directory/tags'
import { visibleTo } from '../../../cloudfunctions/workbench/content'
import { readContent } from '../../../cloudfunctions/workbench/read-content'
import { anyAudience, anyCompany, peopleIn } from '../shared/directory/company-model'

const at = (text: string) => Date.parse(text)
const idsIn = ({ groups, notices }: WorkbenchContent): string[] => [
  ...groups.flatMap(({ entries }) => entries.map(({ id }) => id)),
  ...notices.map(({ id }) => id),
]
const zhangsan = {
  userId: 'zhangsan',
  standing: { departmentIds: [4], lineage: [4, 3, 2, 1], leads: [4], roles: ['lecturer'] },
}

test('for any company and any content, the entries shown are those that set algebra finds', () => {
  let shown = 0
  fc.assert(
    fc.property(anyCompany, fc.array(anyAudience, { maxLength: 6 }), (company, audiences) => {
      const content = readContent(
        {
          groups: audiences.map((audience, index) => ({
            title: `组${index % 2}`,
            entries: [{ id: `e${index}`, title: '入口', url: 'https://a.example.com', audience }],
          })),
        },
        [],
      )
      const tree = createDepartmentTree(company.departments)
      const tags = createTagBook(Object.fromEntries(company.tags))
      for (const { userId, departmentIds, leads } of company.people) {
        const member = { userId, departmentIds, leadsDepartmentIds: leads }
        const standing = standingOf(member, { tree, tags, rules: company.roles })
        const ids = idsIn(visibleTo(content, { userId, standing }, 0))
        shown += ids.length
        const expected = audiences.flatMap((audience, index) =>
          peopleIn(company, audience).has(userId.toLowerCase()) ? [`e${index}`] : [],
        )
        expect(ids).toEqual(expected)
      }
    }),
    { numRuns: 500 },
  )
  expect(shown).toBeGreaterThan(500)
})

test('a notice is shown from publishedAt on, until its end, the newest first', () => {
  const notice = (id: string, times: object) => ({
    id,
    title: id,
    text: id,
    audience: 'everyone',
    ...times,
  })
  const content = readContent(
    {
      notices: [
        notice('old', { publishedAt: '2026-11-01T08:00:00+08:00' }),
        notice('short', {
          publishedAt: '2026-11-02T08:00:00+08:00',
          until: '2026-11-03T08:00:00+08:00',
        }),
        notice('future', { publishedAt: '2026-11-05T08:00:00+08:00' }),
      ],
    },
    [],
  )
  const shownAt = (time: string) => idsIn(visibleTo(content, zhangsan, at(time)))
  expect(shownAt('2026-11-02T07:59:59+08:00')).toEqual(['old'])
  expect(shownAt('2026-11-02T08:00:00+08:00')).toEqual(['short', 'old'])
  expect(shownAt('2026-11-03T08:00:00+08:00')).toEqual(['old'])
  expect(shownAt('2026-11-05T08:00:00+08:00')).toEqual(['future', 'old'])
})

test('nothing that is shown says who else may see it, and no empty group is shown', () => {
  const content = readContent(
    {
      groups: [
        {
          title: '人事',
          entries: [
            {
              id: 'roster',
              title: '花名册',
              url: 'https://a.example.com',
              audience: { roles: ['hr'] },
            },
          ],
        },
        {
          title: '日常',
          entries: [
            {
              id: 'leave',
              title: '请假',
              url: 'https://a.example.com',
              audience: { any: ['leaders', { people: ['tangmin'] }] },
            },
          ],
        },
      ],
    },
    [],
  )
  const shown = visibleTo(content, zhangsan, 0)
  expect(shown).toEqual({
    groups: [
      {
        title: '日常',
        entries: [{ id: 'leave', title: '请假', target: { url: 'https://a.example.com' } }],
      },
    ],
    notices: [],
  })
})

test('an audience that could not be read admits nobody, should anybody use it', () => {
  const problems: [] = []
  const content = readContent(
    { groups: [{ title: 'x', entries: [{ id: 'x', title: 'x', url: 'https://a.example.com' }] }] },
    problems,
  )
  expect(problems).toHaveLength(1)
  expect(visibleTo(content, zhangsan, 0).groups).toEqual([])
})
