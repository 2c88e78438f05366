/**
 * What a phone's script engine has by itself: ECMAScript 2020, and nothing of a browser. Of newer
 * names (WeakRef, AggregateError …) old phones have none.
 */
const LANGUAGE = [
  ...['Infinity', 'NaN', 'Object', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date'],
  ...['String', 'RegExp', 'Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'DataView'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array'],
  ...['Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['JSON', 'Promise', 'Reflect', 'Proxy', 'Intl', 'parseInt', 'parseFloat', 'isNaN', 'isFinite'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  'console',
] as const

export interface AppScope {
  /** What the mini program's script runs in: `with (names) { … }`. */
  names: object
  /** Adds names such as wx and Page. */
  define(more: Record<string, unknown>): void
}

/**
 * The names within reach of the mini program's code. WeChat compiles every module as a function with
 * parameters named window, document and so on, which nobody fills; here whatever the browser's
 * window has is there and undefined, unless it is listed above; eval and Function are WeChat's, and the
 * page's content policy stands behind them. It keeps code honest, and is no prison for malice.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
 *
 * @param handedOver what the script may read under `__phone`, once, before any code of the app runs
 */
export function createAppScope(handedOver: unknown): AppScope {
  const host = globalThis as unknown as Record<string, unknown>
  const names: Record<string, unknown> = Object.fromEntries(
    LANGUAGE.map((name) => [name, host[name]]),
  )
  const guarded = guardFunction(names)
  hideCallSites()
  let waiting = true
  Object.assign(names, {
    globalThis: names,
    Function: guarded,
    eval: () => refuse('eval'),
    setTimeout: timer('setTimeout', setTimeout),
    setInterval: timer('setInterval', setInterval),
    clearTimeout: (id?: number) => clearTimeout(id),
    clearInterval: (id?: number) => clearInterval(id),
  })
  return {
    define: (more) => void Object.assign(names, more),
    names: new Proxy(names, {
      has: (target, name) => name in host || Object.hasOwn(target, name),
      get(target, name) {
        if (name === '__phone' && waiting) {
          waiting = false
          return handedOver
        }
        return name in target ? target[name as string] : undefined
      },
    }),
  }
}

/** The browser would call it with its window as `this`. */
function timer(name: string, start: typeof setTimeout | typeof setInterval) {
  return (callback: unknown, delay?: number, ...values: unknown[]) => {
    if (typeof callback !== 'function') throw new TypeError(`${name} takes a function`)
    return start(() => void Reflect.apply(callback, undefined, values), delay)
  }
}

/**
 * Function of a mini program makes one function only: `new Function('return this')`, by which
 * packages look for the global object. Every function's `constructor` leads here, too.
 */
function guardFunction(globalObject: object): unknown {
  const guarded = function (...parts: unknown[]) {
    if (/^\s*return\s+this\s*;?\s*$/.test(String(parts.at(-1)))) return () => globalObject
    return refuse('new Function')
  }
  guarded.prototype = Function.prototype
  Object.defineProperty(guarded, 'name', { value: 'Function' })
  const kinds = [() => 0, async () => 0, function* () {}, async function* () {}]
  for (const kind of kinds)
    Object.defineProperty(Object.getPrototypeOf(kind), 'constructor', { value: guarded })
  return guarded
}

/** V8 alone lets a script rewrite stacks, by which errors find their place, and look at its callers. */
function hideCallSites(): void {
  Object.defineProperty(Error, 'prepareStackTrace', {
    get: () => undefined,
    set: () => undefined,
  })
}

function refuse(what: string): never {
  throw new EvalError(`小程序不支持 ${what}: a mini program has no ${what}`)
}
