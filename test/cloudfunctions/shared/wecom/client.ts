import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createWecom, type WecomOptions } from '../../../../cloudfunctions/shared/wecom/wecom'

/** A client that waits for nothing between its tries. */
export const createTestClient = (options: Pick<WecomOptions, 'baseUrl'> & Partial<WecomOptions>) =>
  createWecom({
    sleep: async () => undefined,
    random: () => 0.5,
    now: Date.now,
    ...options,
  })

/** The WecomError that a call ends in; fails when it ends in anything else. */
export const failureOf = async (call: Promise<unknown>): Promise<WecomError> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof WecomError)) throw new Error('expected a WecomError')
  return error
}
