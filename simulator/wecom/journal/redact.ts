/**
 * The only parameters of a query whose values are shown, and only in this shape: a secret in the
 * wrong place stays hidden, and so does a parameter that is new to us.
 */
const shownInQuery: Record<string, RegExp> = {
  corpid: /^w[wx][0-9a-f]{16}$/,
  userid: /^[A-Za-z0-9_.@-]{1,64}$/,
  id: /^\d{1,10}$/,
  agentid: /^\d{1,10}$/,
  appid: /^w[wx][0-9a-f]{16}$/,
  department_id: /^\d{1,10}$/,
  tagid: /^\d{1,10}$/,
  fetch_child: /^[01]$/,
  type: /^agent_config$/,
  debug: /^[01]$/,
  entry: /^(workbench|menu|message)$/,
  grant_type: /^authorization_code$/,
  lang: /^(zh|en)$/,
  login_type: /^(Corp|Service)App$/,
  response_type: /^code$/,
  scope: /^snsapi_\w{1,20}$/,
}

/** The texts in a body that identify nothing secret and nobody outside the company. */
const shownInBody = new Set([
  'alias',
  'appid',
  'corpid',
  'direct_leader',
  'english_name',
  'errcode',
  'errmsg',
  'isleader',
  'name',
  'name_en',
  'order',
  'position',
  'status',
  'tagname',
  'userid',
  'userid_list',
  'UserId',
])

export const hidden = '[hidden]'

/** The query of a call, with every value hidden that is not known to be harmless. */
export const redactedQuery = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...query].map(([name, value]) => [
      name.slice(0, 64),
      Object.hasOwn(shownInQuery, name) && shownInQuery[name]?.test(value) ? value : hidden,
    ]),
  )

/** How much of a long list is shown. */
const shownItems = 20
/** How much of a body is read: longer ones are told by their length alone. */
const readCharacters = 32_768

/** The JSON of a body, with every text hidden that is not known to be harmless. */
export const redactedBody = (body: string): unknown => {
  if (body.length > readCharacters) return `[${body.length} characters]`
  try {
    return redacted('', JSON.parse(body))
  } catch {
    return `[no JSON, ${body.length} characters]`
  }
}

const redacted = (key: string, value: unknown): unknown => {
  if (Array.isArray(value)) {
    const shown = value.slice(0, shownItems).map((item: unknown) => redacted(key, item))
    const more = value.length - shown.length
    return more > 0 ? [...shown, `[and ${more} more]`] : shown
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name.slice(0, 64), redacted(name, inner)]),
    )
  }
  if (typeof value === 'number') return Math.abs(value) < mobileNumbers ? value : hidden
  return typeof value === 'string' && value !== '' && !shownInBody.has(key) ? hidden : value
}

/** Ids and orders have at most ten digits; a mobile number that was sent as a number has eleven. */
const mobileNumbers = 10_000_000_000
