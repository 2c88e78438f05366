import type { Theme } from './theme'
import { pages } from './pages'

/** Why a department or a tag cannot be read. */
export const departmentsAndTags: Theme = {
  title: { zh: '部门与标签', en: 'Departments and tags' },
  entries: [
    {
      errcode: 60003,
      name: 'departmentNotFound',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '部门不存在。', en: 'The department does not exist.' },
      remedy: {
        zh: '在“管理后台 → 通讯录 → 组织架构”核对部门 ID，更新引用它的配置。',
        en: 'Compare the id with Admin console → Contacts → Organization, and update the configuration that names it.',
      },
      page: pages.department,
    },
    {
      errcode: 60004,
      name: 'parentDepartmentNotFound',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '上级部门不存在。', en: 'The parent department does not exist.' },
      remedy: {
        zh: '在“管理后台 → 通讯录 → 组织架构”核对上级部门。',
        en: 'Look for the parent under Admin console → Contacts → Organization.',
      },
      page: pages.department,
    },
    {
      errcode: 60123,
      name: 'departmentIdInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '部门 ID 不正确，通讯录中没有它。',
        en: 'The department id is wrong; the contacts do not have it.',
      },
      remedy: {
        zh: '在“管理后台 → 通讯录 → 组织架构”核对部门 ID。',
        en: 'Compare the id with Admin console → Contacts → Organization.',
      },
      page: pages.department,
    },
    {
      errcode: 60124,
      name: 'parentDepartmentIdInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '上级部门 ID 不正确。', en: 'The id of the parent department is wrong.' },
      remedy: {
        zh: '在“管理后台 → 通讯录 → 组织架构”核对上级部门 ID。',
        en: 'Compare the id with Admin console → Contacts → Organization.',
      },
      page: pages.department,
    },
    {
      errcode: 60127,
      name: 'departmentMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '缺少 department 参数。', en: 'The parameter department is missing.' },
      remedy: {
        zh: '按接口文档带上部门 ID。',
        en: 'Send the department id as the documentation says.',
      },
      page: pages.department,
    },
    {
      errcode: 41019,
      name: 'departmentParameterMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '缺少部门，或部门不是数字数组。',
        en: 'The departments are missing, or are no array of numbers.',
      },
      remedy: {
        zh: '把部门写成数字数组，例如 [1, 2]。',
        en: 'Write the departments as an array of numbers, such as [1, 2].',
      },
      page: pages.department,
    },
    {
      errcode: 40066,
      name: 'departmentListInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '部门列表是空的，或其中有不存在的部门。',
        en: 'The list of departments is empty, or has one that does not exist.',
      },
      remedy: {
        zh: '与“管理后台 → 通讯录 → 组织架构”核对列表。',
        en: 'Compare the list with Admin console → Contacts → Organization.',
      },
      page: pages.department,
    },
    {
      errcode: 41017,
      name: 'tagIdMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '请求里没有标签 ID。', en: 'The request carries no tag id.' },
      remedy: {
        zh: '在角色配置中填写标签 ID；它在“管理后台 → 通讯录 → 标签”的详情里。',
        en: 'Name the tag id in the configuration; it is shown under Admin console → Contacts → Tags.',
      },
      page: pages.tag,
    },
    {
      errcode: 40068,
      name: 'tagIdInvalid',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '标签 ID 不正确，或标签已被删除。',
        en: 'The tag id is wrong, or the tag was deleted.',
      },
      remedy: {
        zh: '在“管理后台 → 通讯录 → 标签”核对标签，更新引用它的配置。',
        en: 'Look for the tag under Admin console → Contacts → Tags, and update the configuration that names it.',
      },
      page: pages.tag,
    },
    {
      errcode: 81011,
      name: 'tagNotOwned',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '应用无权操作这个标签：只能操作自己创建的标签。',
        en: 'The app has no right on this tag: it may only change tags that it made.',
      },
      remedy: {
        zh: '只读取标签即可；要改动时，在“管理后台 → 通讯录 → 标签”由管理员操作。',
        en: 'Reading it is enough; changes are made by the administrator under Admin console → Contacts → Tags.',
      },
      page: pages.tag,
    },
    {
      errcode: 81013,
      name: 'allTargetsInvalid',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '给出的成员、部门、标签全部无效或无权限。',
        en: 'All the members, departments and tags given are invalid or out of reach.',
      },
      remedy: {
        zh: '核对它们仍在“管理后台 → 通讯录”中，并在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”内。',
        en: 'Make sure that they are still in Admin console → Contacts and inside Admin console → App Management → Apps → Self-built → the app → Visible range.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 50100,
      name: 'cursorInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '分页的游标无效。', en: 'The cursor of the list is not valid.' },
      remedy: {
        zh: '从头读取列表，只使用上一页返回的游标。',
        en: 'Read the list from its beginning, and use only the cursor of the page before.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 45029,
      name: 'replyTooLarge',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '返回的内容超过上限。', en: 'The reply would be larger than WeCom allows.' },
      remedy: {
        zh: '按部门分别读取，不要递归读取整个企业。',
        en: 'Read department by department instead of the whole corp at once.',
      },
      page: pages.errcodes,
    },
  ],
}
