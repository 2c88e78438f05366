/** The conventions that all of wx's calls share: callbacks, promises and error messages. */

export interface CallResult extends Record<string, unknown> {
  errMsg: string
}

export interface Callbacks {
  success?(result: CallResult): void
  fail?(failure: CallResult): void
  complete?(result: CallResult): void
}

export type Options = Callbacks & Record<string, unknown>

/** Thrown inside a call: becomes `name:fail message` for the mini program. */
export class CallFailure extends Error {
  constructor(
    message: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

type Run = (options: Options) => unknown

/** A call that takes callbacks and, when given none, returns a promise. */
export function call(name: string, run: Run): (options?: Options) => Promise<CallResult> | void {
  return (options = {}) => {
    const outcome = perform(name, run, options)
    if (hasCallbacks(options)) return void deliver(outcome, options)
    return outcome.then((result) => (isFailure(result) ? Promise.reject(result) : result))
  }
}

/** A call that takes callbacks only, as wx.request and everything of wx.qy. */
export function callbackOnly(name: string, run: Run): (options?: Options) => void {
  return (options = {}) => void deliver(perform(name, run, options), options)
}

function hasCallbacks({ success, fail, complete }: Options): boolean {
  return [success, fail, complete].some((callback) => typeof callback === 'function')
}

/** Every result, good or bad, with WeChat's errMsg; never rejects. */
async function perform(name: string, run: Run, options: Options): Promise<CallResult> {
  try {
    // Even calls that are done at once answer later: nobody may rely on the order.
    await undefined
    const result = (await run(options)) as Record<string, unknown> | undefined
    return { errMsg: `${name}:ok`, ...result }
  } catch (error) {
    const fields = error instanceof CallFailure ? error.fields : {}
    const message = error instanceof Error ? error.message : String(error)
    return { errMsg: `${name}:fail ${message}`.trimEnd(), ...fields }
  }
}

async function deliver(outcome: Promise<CallResult>, options: Options): Promise<void> {
  const result = await outcome
  guard(isFailure(result) ? options.fail : options.success, options, result)
  guard(options.complete, options, result)
}

/** What a callback throws is the mini program's own mistake: App.onError hears of it. */
function guard(
  callback: ((result: CallResult) => void) | undefined,
  options: Options,
  result: CallResult,
): void {
  if (typeof callback !== 'function') return
  try {
    callback.call(options, result)
  } catch (error) {
    reportError(error)
  }
}

export function isFailure({ errMsg }: CallResult): boolean {
  return /:fail\b/.test(errMsg)
}
