/** Shapes of what stands in the tokens that we sign. */
export const userIdShape = /^[\w.@-]{1,64}$/
export const corpIdShape = /^[\w-]{1,64}$/
export const sessionIdShape = /^[\w-]{22}$/

export const isText = (value: unknown, shape: RegExp): value is string =>
  typeof value === 'string' && shape.test(value)

export const isPositive = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0

/** Who signs. One ring belongs to one installation, so its keys say which. */
export const issuer = 'gongpai'

/** Our own functions: the audience of sessions, and of nothing else. */
export const ownAudience = 'gongpai'

/** Machines of one cloud agree to well under this. */
export const leewaySeconds = 30
