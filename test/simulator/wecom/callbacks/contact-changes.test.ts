import type { Corp } from '../../../../simulator/wecom/company/company'
import { contactChanges } from '../../../../simulator/wecom/callbacks/contact-changes'
import { company, corpId, start, type Running } from '../running'
import { startReceiver, textOf, type Receiver } from './receiver'

type Profile = 'full' | 'ids-only'

/** The XML, from ChangeType on, of what this edit of the seed company is told as. */
const changes = (profile: Profile, edit: (corp: Corp) => void): string[] => {
  const edited = company()
  edit(edited)
  return contactChanges(company(), edited, profile).map((event) =>
    event.xml(corpId, 0).replace(/^.*<ChangeType>/, ''),
  )
}
const member = (corp: Corp, userId: string) => {
  const found = corp.members.find((one) => one.userId === userId)
  if (!found) throw new Error(`nobody is ${userId}`)
  return found
}
const newcomer = (corp: Corp) => ({
  ...member(corp, 'zhangsan'),
  userId: 'xinren',
  departments: [4, 5],
  leaderOf: [5],
  mainDepartment: 5,
})

describe('the full profile', () => {
  const full = (edit: (corp: Corp) => void) => changes('full', edit)

  test('tells everything of a new member, and nothing that is not set', () => {
    const [created] = full((corp) => corp.members.push(newcomer(corp)))
    expect(created).toBe(
      'create_user</ChangeType><UserID><![CDATA[xinren]]></UserID><Name><![CDATA[张三]]></Name>' +
        '<Department><![CDATA[4,5]]></Department><MainDepartment>5</MainDepartment>' +
        '<IsLeaderInDept><![CDATA[0,1]]></IsLeaderInDept>' +
        '<DirectLeader><![CDATA[zhouwenbin]]></DirectLeader>' +
        '<Position><![CDATA[高级后台工程师]]></Position><Mobile>13800000001</Mobile><Gender>1</Gender>' +
        '<Email><![CDATA[zhangsan@mail.example.com]]></Email>' +
        '<BizMail><![CDATA[zhangsan@qiming.example.com]]></BizMail><Status>1</Status>' +
        '<Alias><![CDATA[Jack Zhang]]></Alias><Telephone><![CDATA[0755-00000001]]></Telephone>' +
        '<Address><![CDATA[深圳市南山区科技园 3 栋 17 层]]></Address>' +
        '<ExtAttr><Item><Name><![CDATA[工号]]></Name><Type>0</Type><Text><Value><![CDATA[QM-0017]]></Value></Text></Item>' +
        '<Item><Name><![CDATA[工位]]></Name><Type>0</Type><Text><Value><![CDATA[3 栋 17 层 A-08]]></Value></Text></Item>' +
        '<Item><Name><![CDATA[主页]]></Name><Type>1</Type><Web><Title><![CDATA[张三的主页]]></Title>' +
        '<Url><![CDATA[https://people.qiming.example.com/zhangsan]]></Url></Web></Item></ExtAttr></xml>',
    )
  })

  test('tells of an update only what changed, also what was emptied', () => {
    const edit = (corp: Corp) => {
      member(corp, 'zhangsan').position = '架构师'
      delete member(corp, 'zhangsan').mobile
    }
    expect(full(edit)).toEqual([
      'update_user</ChangeType><UserID><![CDATA[zhangsan]]></UserID>' +
        '<Position><![CDATA[架构师]]></Position><Mobile></Mobile></xml>',
    ])
  })

  test('tells of who was disabled by the status', () => {
    expect(full((corp) => (member(corp, 'zhangsan').status = 2))).toEqual([
      'update_user</ChangeType><UserID><![CDATA[zhangsan]]></UserID><Status>2</Status></xml>',
    ])
  })

  test('tells a new userid as an update, not as a departure and an arrival', () => {
    expect(full((corp) => (member(corp, 'zhangsan').userId = 'zhang.san'))[0]).toBe(
      'update_user</ChangeType><UserID><![CDATA[zhangsan]]></UserID><NewUserID><![CDATA[zhang.san]]></NewUserID></xml>',
    )
  })

  test('tells nothing where nothing changed', () => {
    expect(full(() => {})).toEqual([])
  })

  test('tells of departments before their people, and after them when they vanish', () => {
    const team = { id: 77, name: '新部门', nameEn: '', parentId: 78, order: 9 }
    const above = { ...team, id: 78, name: '新中心', parentId: 1 }
    const opened = full((corp) => {
      corp.departments.push(team, above)
      corp.members.push({ ...newcomer(corp), departments: [77], mainDepartment: 77 })
    })
    expect(opened.map((xml) => xml.replace(/<\/Id>.*|<\/UserID>.*/, ''))).toEqual([
      'create_party</ChangeType><Id>78',
      'create_party</ChangeType><Id>77',
      'create_user</ChangeType><UserID><![CDATA[xinren]]>',
    ])
    expect(opened[0]).toBe(
      'create_party</ChangeType><Id>78</Id><Name><![CDATA[新中心]]></Name><ParentId><![CDATA[1]]></ParentId><Order>9</Order></xml>',
    )
    const closed = full((corp) => {
      corp.members = corp.members.filter(({ departments: [id] }) => id !== 14)
      corp.departments = corp.departments.filter(({ id }) => id !== 14)
    })
    expect(closed).toEqual([
      'delete_user</ChangeType><UserID><![CDATA[sunqi]]></UserID></xml>',
      'delete_user</ChangeType><UserID><![CDATA[wujiahui]]></UserID></xml>',
      'delete_party</ChangeType><Id>14</Id></xml>',
    ])
  })

  test('tells of a department its new name or its new parent', () => {
    const edit = (corp: Corp) => {
      for (const department of corp.departments) {
        if (department.id === 14) department.name = '智能部'
        if (department.id === 15) department.parentId = 3
        if (department.id === 13) department.order = 1
      }
    }
    expect(full(edit)).toEqual([
      'update_party</ChangeType><Id>14</Id><Name><![CDATA[智能部]]></Name></xml>',
      'update_party</ChangeType><Id>15</Id><ParentId><![CDATA[3]]></ParentId></xml>',
    ])
  })

  test('tells of a tag who came and who went', () => {
    const edit = (corp: Corp) => {
      corp.tags = corp.tags.map((tag) =>
        tag.id === 1 ? { ...tag, members: ['zhangsan', 'lisi', 'zhaoliu'], departments: [6] } : tag,
      )
    }
    expect(full(edit)).toEqual([
      '<![CDATA[update_tag]]></ChangeType><TagId>1</TagId><AddUserItems><![CDATA[lisi,zhaoliu]]></AddUserItems>' +
        '<DelUserItems><![CDATA[linxiaotong,tangmin]]></DelUserItems>' +
        '<AddPartyItems><![CDATA[6]]></AddPartyItems><DelPartyItems><![CDATA[]]></DelPartyItems></xml>',
    ])
  })
})

describe('the ids-only profile, of URLs set since 2022-08-15', () => {
  const idsOnly = (edit: (corp: Corp) => void) => changes('ids-only', edit)

  test('tells of a new member the userid and the departments', () => {
    expect(idsOnly((corp) => corp.members.push(newcomer(corp)))).toEqual([
      'create_user</ChangeType><UserID><![CDATA[xinren]]></UserID><Department><![CDATA[4,5]]></Department></xml>',
    ])
  })

  test.each<[string, (corp: Corp) => void]>([
    ['who moves', (corp) => (member(corp, 'lisi').departments = [5])],
    ['who begins to lead', (corp) => (member(corp, 'lisi').leaderOf = [4])],
    ['who has a new leader', (corp) => (member(corp, 'lisi').directLeaders = ['zhouwenbin'])],
  ])('tells of somebody %s by id alone', (_what, edit) => {
    expect(idsOnly(edit)).toEqual([
      expect.stringMatching(
        /^update_user<\/ChangeType><UserID><!\[CDATA\[lisi\]\]><\/UserID><Department><!\[CDATA\[[45]\]\]><\/Department><\/xml>$/,
      ),
    ])
  })

  test('says nothing of who is disabled: that is what makes unsubscribe the better signal', () => {
    expect(idsOnly((corp) => (member(corp, 'zhangsan').status = 2))).toEqual([])
  })

  test('still tells of who left', () => {
    expect(idsOnly((corp) => void corp.members.shift())).toEqual([
      'delete_user</ChangeType><UserID><![CDATA[zhangsan]]></UserID></xml>',
    ])
  })

  test('tells of departments ids and parents alone', () => {
    const edit = (corp: Corp) => {
      corp.departments.push({ id: 77, name: '新部门', nameEn: '', parentId: 1, order: 9 })
      for (const department of corp.departments) {
        if (department.id === 14) department.name = '智能部'
        if (department.id === 15) department.parentId = 3
      }
    }
    expect(idsOnly(edit)).toEqual([
      'create_party</ChangeType><Id>77</Id><ParentId><![CDATA[1]]></ParentId></xml>',
      'update_party</ChangeType><Id>15</Id><ParentId><![CDATA[3]]></ParentId></xml>',
    ])
  })
})

describe('over the wire', () => {
  let wecom: Running
  let receiver: Receiver
  beforeEach(async () => {
    wecom = await start()
    receiver = await startReceiver()
  })
  afterEach(async () => {
    await wecom.close()
    await receiver.close()
  })

  test('the envelope names no app, and the event comes from the system', async () => {
    wecom.setContactCallback({ ...receiver.callback, profile: 'full' })
    wecom.removeMember('lisi')
    await wecom.callbacks.settled()
    const [event] = receiver.received
    expect(event?.envelope).not.toContain('AgentID')
    expect(textOf(event?.xml ?? '', 'FromUserName')).toBe('sys')
    expect(receiver.told()).toEqual(['delete_user lisi'])
  })

  test('a new userid is told with the old one, in either profile', async () => {
    for (const profile of ['full', 'ids-only'] as const) {
      wecom.setContactCallback({ ...receiver.callback, profile })
      const [from, to] = profile === 'full' ? ['lisi', 'li.si'] : ['li.si', 'lisi']
      wecom.renameMember(from, to)
      await wecom.callbacks.settled()
      expect(receiver.told().at(-1)).toBe(`update_user ${from}`)
      expect(textOf(receiver.received.at(-1)?.xml ?? '', 'NewUserID')).toBe(to)
    }
    expect(receiver.received).toHaveLength(2)
  })

  test('one edit is told to the app and to the contact sync, each in its own words', async () => {
    wecom.setApp({ callback: receiver.callback })
    wecom.setContactCallback({ ...receiver.callback, profile: 'ids-only' })
    wecom.removeMember('lisi')
    await wecom.callbacks.settled()
    expect(receiver.told().sort()).toEqual(['delete_user lisi', 'unsubscribe lisi'])
  })

  test('who led people and had a tag is told of in all the places that they leave', async () => {
    wecom.setContactCallback({ ...receiver.callback, profile: 'ids-only' })
    wecom.removeMember('zhangsan')
    await wecom.callbacks.settled()
    expect(receiver.told()).toEqual([
      'update_user lisi',
      'update_user lvpengfei',
      'update_user jiangtao',
      'delete_user zhangsan',
      'update_tag 1',
    ])
  })
})
