import type { Theme } from './theme'
import { pages } from './pages'

/** What the developer of a client gets wrong. */
export const requests: Theme = {
  title: { zh: '请求的格式', en: 'The form of a request' },
  entries: [
    {
      errcode: 40033,
      name: 'charactersInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '请求里有不允许的字符，例如 \\uXXXX 形式的转义。',
        en: 'The request has characters that are not allowed, such as \\uXXXX escapes.',
      },
      remedy: { zh: '直接发送 UTF-8 文字，不要转义。', en: 'Send plain UTF-8 without escapes.' },
      page: pages.errcodes,
    },
    {
      errcode: 40035,
      name: 'parametersInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '参数不正确。', en: 'The parameters are not valid.' },
      remedy: {
        zh: '检查 JSON 是否完整，字段的类型是否与接口文档一致。',
        en: 'Check that the JSON is whole, and that each field has the type of the documentation.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40063,
      name: 'parameterEmpty',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '必填的参数是空的，常见原因是请求方法或编码不对。',
        en: 'A required parameter is empty, often because of a wrong method or encoding.',
      },
      remedy: {
        zh: '对照接口文档检查是 GET 还是 POST，以及请求体是否为 JSON。',
        en: 'Compare with the documentation: GET or POST, and whether the body is JSON.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40058,
      name: 'parameterOutOfRange',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '某个参数缺失、过长或超出范围，名称在错误信息的引号里。',
        en: 'A parameter is missing, too long or out of range; the message names it in quotes.',
      },
      remedy: {
        zh: '按错误信息里的参数名对照接口文档修改。',
        en: 'Look the parameter up in the documentation and correct it.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40206,
      name: 'bodyTooLarge',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '请求体超过字节数上限。',
        en: 'The body of the request is larger than allowed.',
      },
      remedy: { zh: '分批发送。', en: 'Send it in parts.' },
      page: pages.errcodes,
    },
  ],
}
