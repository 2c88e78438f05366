// The replies that more than one call gives. Pages: https://developer.work.weixin.qq.com/document/path/
// 90196 (member), 90208 (department).
import type { Shape } from './shape'

const attribute = {
  type: 'number',
  name: 'text',
  'text?': { value: 'text' },
  'web?': { url: 'text', title: 'text' },
  'miniprogram?': { appid: 'text', pagepath: 'text', title: 'text' },
} as const satisfies Shape

/** 成员, as user/get and user/list tell of one. */
export const member = {
  userid: 'text',
  name: 'text',
  department: ['number'],
  order: ['number'],
  position: 'text',
  is_leader_in_dept: ['number'],
  direct_leader: ['text'],
  status: 'number',
  alias: 'text',
  telephone: 'text',
  extattr: { attrs: [attribute] },
  // Only where the app may see the main department.
  'main_department?': 'number',
  'external_position?': 'text',
  'external_profile?': {
    'external_corp_name?': 'text',
    'wechat_channels?': { nickname: 'text', status: 'number' },
    'external_attr?': [attribute],
  },
  // In no document any more, but in real replies.
  isleader: 'number',
  enable: 'number',
  hide_mobile: 'number',
  // Withheld from apps that were created after 2022-06-20 20:00 in Beijing.
  'gender?': 'text',
  'mobile?': 'text',
  'email?': 'text',
  'biz_mail?': 'text',
  'avatar?': 'text',
  'thumb_avatar?': 'text',
  'qr_code?': 'text',
  'address?': 'text',
  'english_name?': 'text',
} as const satisfies Shape

/** 部门, as department/list and department/get tell of one. */
export const department = {
  id: 'number',
  name: 'text',
  'name_en?': 'text',
  department_leader: ['text'],
  parentid: 'number',
  order: 'number',
} as const satisfies Shape
