import { isFailure, type CallResult, type Options } from '../wx/call'

/** Calls that answer at once; all others through callbacks or a promise. */
const AT_ONCE =
  /Sync$|^(on|off|create)[A-Z]|^(canIUse|nextTick|arrayBufferToBase64|base64ToArrayBuffer)$|^get(WindowInfo|AppBaseInfo|DeviceInfo|SystemSetting|AppAuthorizeSetting|MenuButtonBoundingClientRect|UpdateManager)$/

/** Gives the answer to a call; the real one is `this.origin`. */
export type Replacement = (this: { origin: unknown }, ...values: unknown[]) => unknown

/** Calls of wx that a test has replaced, for as long as the phone is open. */
export function createReplacedCalls(wx: Record<string, unknown>) {
  const originals = new Map<string, unknown>()

  return {
    replace(name: string, replacement: Replacement) {
      // Looking for what is not there would warn of it.
      if (!originals.has(name)) originals.set(name, name in wx ? wx[name] : undefined)
      const origin = originals.get(name)
      wx[name] = (...values: unknown[]) => {
        const answer = () => replacement.apply({ origin }, values)
        return AT_ONCE.test(name) ? answer() : answerLater(answer, values[0] as Options | undefined)
      }
    },
    restore(name: string) {
      if (!originals.has(name)) return
      const original = originals.get(name)
      originals.delete(name)
      if (original === undefined) delete wx[name]
      else wx[name] = original
    },
  }
}

function answerLater(answer: () => unknown, options: Options = {}): Promise<unknown> | void {
  const answered = Promise.resolve()
    .then(answer)
    .then((result) => {
      const fails = typeof result === 'object' && result !== null && isFailed(result)
      return fails ? Promise.reject(result as unknown as Error) : result
    })
  const { success, fail, complete } = options
  if (![success, fail, complete].some((callback) => typeof callback === 'function')) return answered
  const tell = (callback: typeof success) => (outcome: unknown) => {
    callback?.call(options, outcome as CallResult)
    complete?.call(options, outcome as CallResult)
  }
  answered.then(tell(success), tell(fail)).catch(reportError)
}

function isFailed(result: object): boolean {
  return 'errMsg' in result && isFailure(result as CallResult)
}
