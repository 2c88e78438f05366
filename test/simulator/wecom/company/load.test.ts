import { CompanyFileError } from '../../../../simulator/wecom/company/problem'
import { loadCompany } from '../../../../simulator/wecom/wecom'

const small = `corpId: ww0000000000000001
name: 小公司
apps:
  - agentId: 1000002
    name: 工牌
    secret: an-invented-secret
    miniProgram: { appId: wx0000000000000001 }
departments:
  - { id: 1, name: 小公司 }
  - { id: 2, name: 研发部 }
members:
  - { userId: zhangsan, name: 张三, departments: [2] }
  - { userId: lisi, name: 李四, departments: [2, 1], directLeaders: [ZhangSan] }
`

/** The problems of a file, each as line:column and message. */
const problemsOf = (text: string): string[] => {
  try {
    loadCompany(text, 'my.yaml')
  } catch (error) {
    if (!(error instanceof CompanyFileError)) throw error
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
  }
  return []
}

const replaced = (from: string, to: string) => {
  if (!small.includes(from)) throw new Error(`the small company does not contain ${from}`)
  return small.replace(from, to)
}

describe('a good file', () => {
  test('may be short: what is left out is filled in', () => {
    const company = loadCompany(small, 'my.yaml')
    expect(company.apps[0]).toMatchObject({
      enabled: true,
      visibleRange: { members: [], departments: [1], tags: [] },
      miniProgram: { linked: true },
    })
    expect(company.departments).toMatchObject([
      { id: 1, parentId: 0 },
      { id: 2, parentId: 1, nameEn: '' },
    ])
    expect(company.members[1]).toMatchObject({ mainDepartment: 2, order: [0, 0], status: 1 })
    expect(company.otherCorps).toEqual([])
  })

  test('may be JSON, indented with tabs or not at all', () => {
    const asYaml = loadCompany(small, 'my.yaml')
    for (const indent of [undefined, 2, '\t']) {
      expect(loadCompany(JSON.stringify(asYaml, null, indent), 'my.json')).toEqual(asYaml)
    }
  })

  test('keeps what the corp has beside its people and apps', () => {
    const contactCallback = {
      url: 'http://127.0.0.1:9/events',
      token: 'SimToken2024',
      aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    }
    const contactSync = { secret: 'invented-secret-of-contact-sync' }
    const text = JSON.stringify({ ...loadCompany(small, 'my.yaml'), contactSync, contactCallback })
    expect(loadCompany(text, 'my.json')).toMatchObject({
      contactSync: { ...contactSync, olderIps: [] },
      contactCallback: { ...contactCallback, profile: 'ids-only' },
    })
  })

  test('may name another corp by its people alone', () => {
    const text = `${small}otherCorps:
  - { corpId: ww0000000000000002, name: 别家, members: [{ userId: wangwu, name: 王五 }] }
`
    expect(loadCompany(text, 'my.yaml').otherCorps).toMatchObject([
      { departments: [{ id: 1 }], members: [{ userId: 'wangwu', departments: [1] }], apps: [] },
    ])
  })
})

describe('a bad file', () => {
  test('has visitors who are members, or are followed by nobody who exists', () => {
    const text = `${small}visitors:
  - { id: ZhangSan, name: 张三 }
  - { id: fangke, name: 方可, followers: [nobody] }
`
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('ZhangSan is a member (成员), not a visitor'),
      expect.stringContaining('fangke: there is no follower nobody (跟进成员)'),
    ])
  })

  test('sends events, or trusts a domain, in a way that WeCom has not', () => {
    const text = replaced(
      '    miniProgram:',
      `    callback: { url: 'http://example.com/', token: InventedToken, aesKey: short }
    trustedDomains: ['https://example.com', '*.example.com', Example.com]
    miniProgram:`,
    )
    expect(problemsOf(text)).toHaveLength(5)
  })

  test('is refused with file, line and column, and all problems at once', () => {
    const text = replaced('name: 张三', 'nmae: 张三').replace('agentId: 1000002', 'agentId: many')
    expect(() => loadCompany(text, 'my.yaml')).toThrow(
      [
        '3 problems in the company file (企业)',
        '  my.yaml:4:14  apps[0].agentId must be integer (应用 ID, unique within the corp, for example 1000002.)',
        '  my.yaml:12:5  members[0] lacks "name"',
        '  my.yaml:12:25  "nmae" is not known here: userId, name, alias, ',
      ].join('\n'),
    )
  })

  test.each([
    ['a corpid of another shape', 'ww0000000000000001', 'ww1', '1:9 corpId must match pattern'],
    [
      'a userid that YAML reads as a number',
      'userId: lisi',
      'userId: 0012',
      '13:15 members[1].userId must be text, not a number: put it in quotes',
    ],
    [
      'a status that does not exist',
      '[2] }',
      '[2], status: 3 }',
      'members[0].status must be one of 1, 2, 4, 5',
    ],
    [
      'a link that does not exist',
      'wx0000000000000001 }',
      'wx0000000000000001, linked: maybe }',
      'must be one of true, "encrypted", "refused"',
    ],
    [
      'an attribute with neither text nor web',
      '[2] }',
      '[2], extattr: [{ name: 工号 }] }',
      'one of text, web and miniProgram',
    ],
    ['a short secret', 'an-invented-secret', 'short', '6:13 apps[0].secret must match pattern'],
  ])('%s', (_case, from, to, expected) => {
    const problems = problemsOf(replaced(from, to))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  test.each([
    [
      'a department that is not there',
      'departments: [2] }',
      'departments: [2, 9] }',
      '12:52 zhangsan: there is no department 9 (部门)',
    ],
    [
      'a userid twice, case aside',
      'userId: lisi',
      'userId: ZHANGSAN',
      '13:15 member zhangsan (成员) is defined twice; case does not count',
    ],
    [
      'a department twice',
      '{ id: 2, name: 研发部 }',
      '{ id: 2, name: 研发部 }\n  - { id: 2, name: 财务部 }',
      '11:11 department 2 (部门) is defined twice',
    ],
    [
      'a department below itself',
      '{ id: 2, name: 研发部 }',
      '{ id: 2, name: 研发部, parentId: 2 }',
      '10:35 department 2 is below itself',
    ],
    [
      'a parent that is not there',
      '{ id: 2, name: 研发部 }',
      '{ id: 2, name: 研发部, parentId: 9 }',
      '10:35 department 2 is below 9, which does not exist',
    ],
    [
      'a root with a parent',
      '{ id: 1, name: 小公司 }',
      '{ id: 1, name: 小公司, parentId: 2 }',
      'the root department has no parent: write 0',
    ],
    [
      'a direct leader who is not there',
      '[ZhangSan]',
      '[nobody]',
      '13:68 lisi: there is no leader nobody (直属上级)',
    ],
    [
      'a leader of a department that they are not in',
      '[2] }',
      '[2], leaderOf: [1] }',
      '12:64 zhangsan: leads department 1 without being in it',
    ],
    [
      'a main department that is not one of theirs',
      '[2] }',
      '[2], mainDepartment: 1 }',
      '12:69 zhangsan: main department 1 (主部门) is not one of the departments',
    ],
    [
      'orders that are not parallel',
      '[2] }',
      '[2], order: [1, 2] }',
      'order must have one number for each department',
    ],
    [
      'a visible range with a department that is not there',
      '    miniProgram',
      '    visibleRange: { departments: [7] }\n    miniProgram',
      '7:35 there is no department 7 (部门)',
    ],
    [
      'a visible range with a member who is not there',
      '    miniProgram',
      '    visibleRange: { members: [nobody] }\n    miniProgram',
      '7:31 there is no member nobody (成员)',
    ],
    [
      'a visible range with a tag that is not there',
      '    miniProgram',
      '    visibleRange: { tags: [3] }\n    miniProgram',
      '7:28 there is no tag 3',
    ],
    [
      'a date that does not exist',
      '    miniProgram',
      '    createdAt: 2024-13-45T10:00:00+08:00\n    miniProgram',
      '7:16 2024-13-45T10:00:00+08:00 is no date',
    ],
    [
      'a trusted IP that is none',
      '    miniProgram',
      '    trustedIps: [127.0.0.1, 10.0.0]\n    miniProgram',
      '7:29 10.0.0 is no IP address',
    ],
    [
      'a tag with a member who is not there',
      'members:',
      'tags: [{ id: 1, name: 讲师, members: [nobody] }]\nmembers:',
      'there is no member nobody',
    ],
  ])('%s', (_case, from, to, expected) => {
    const problems = problemsOf(replaced(from, to))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  test('a circle of departments is reported at each of its departments', () => {
    const text = replaced(
      '{ id: 2, name: 研发部 }',
      '{ id: 2, name: 研发部, parentId: 3 }\n  - { id: 3, name: 平台部, parentId: 2 }',
    )
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('10:35 department 2 is below itself'),
      expect.stringContaining('11:35 department 3 is below itself'),
    ])
  })

  test('no root: that is said once, and the orphans are named', () => {
    expect(problemsOf(replaced('{ id: 1, name: 小公司 }', '{ id: 4, name: 小公司 }'))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('there is no root department: one must have id 1'),
        expect.stringContaining('department 2 is below 1, which does not exist'),
      ]),
    )
  })

  test('two apps with one secret, even of two corps', () => {
    const text = `${small}otherCorps:
  - corpId: ww0000000000000001
    name: 别家
    apps: [{ agentId: 1000002, name: 工牌, secret: an-invented-secret }]
    members: [{ userId: wangwu, name: 王五, departments: [8] }]
`
    expect(problemsOf(text)).toEqual([
      '15:13 corp ww0000000000000001 (企业) is defined twice',
      expect.stringMatching(/^17:\d+ two apps have the same secret/),
      expect.stringMatching(/^18:\d+ wangwu: there is no department 8/),
    ])
  })

  test.each([
    ['nothing', '', '1:1 the file must be object'],
    ['a list', '- a\n', '1:1 the file must be object'],
    ['an open bracket', 'corpId: [', '1:10 '],
    ['a key twice', 'name: a\nname: b\n', '2:1 Map keys must be unique'],
    ['an alias without an anchor', 'name: *nobody\n', '1:7 '],
  ])('%s', (_case, text, expected) => {
    expect(problemsOf(text)[0]).toContain(expected)
  })
})
