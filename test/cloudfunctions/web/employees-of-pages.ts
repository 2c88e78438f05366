// Employees whom a page has to bear: with everything at its longest, and with nothing at all.
import type { Employee } from '../../../typings/api'

export const bareEmployee: Employee = {
  corpId: 'ww1',
  userId: 'someone',
  name: '某人',
  departments: [],
  directLeaders: [],
  roles: [],
  confirmedAt: 0,
  withheld: {
    mobile: 'byConfiguration',
    email: 'byConfiguration',
    bizMail: 'byConfiguration',
    telephone: 'byConfiguration',
    address: 'byConfiguration',
  },
}

const steps = [
  'Research and Development',
  '平台部',
  'Infrastructure',
  '存储与数据库小组',
  'Distributed-Storage-Engines-Working-Group',
  '内核与性能优化小组',
  '持续基准测试小组',
  '八级组',
]

export const longEmployee: Employee = {
  ...bareEmployee,
  // As long as WeCom lets them be: 64 characters of a name, 32 of an alias, 64 of an id.
  corpName: '启明星辰信息技术（深圳）股份有限公司粤港澳大湾区联合创新中心分公司',
  userId: `${'maimaiti.'.repeat(5)}@qiming.example.com`,
  name: `Wolfeschlegelsteinhausenbergerdorff·${'买买提'.repeat(9)}`.slice(0, 64),
  alias: 'Maimaiti-Abdurehman-Abdukerim-Yu',
  position: '高级首席前端与跨平台基础设施研发工程师兼技术委员会常务委员',
  departments: [
    { id: 4, name: '八级组', path: steps, leader: true, main: true },
    { id: 9, name: null, path: [], leader: false, main: false },
  ],
  roles: ['lecturer', 'hr', 'a-role-with-a-name-that-nobody-would-give-it'],
  contact: {
    email: `${'maimaiti.'.repeat(5)}@mail.qiming.example.com`,
    address: '南山'.repeat(40),
  },
  withheld: { mobile: 'byWecom', bizMail: 'outOfRange', telephone: 'empty' },
}
