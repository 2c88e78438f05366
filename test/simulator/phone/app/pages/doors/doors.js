// Every way out of a mini program into the browser that shows it.

/** Evaluates each as WeChat's engine would; an exception counts by its name. */
const doors = {
  window: () => typeof window,
  document: () => typeof document,
  self: () => typeof self,
  top: () => typeof top,
  parent: () => typeof parent,
  frames: () => typeof frames,
  location: () => typeof location,
  history: () => typeof history,
  navigator: () => typeof navigator,
  localStorage: () => typeof localStorage,
  sessionStorage: () => typeof sessionStorage,
  indexedDB: () => typeof indexedDB,
  fetch: () => typeof fetch,
  XMLHttpRequest: () => typeof XMLHttpRequest,
  WebSocket: () => typeof WebSocket,
  Worker: () => typeof Worker,
  alert: () => typeof alert,
  crypto: () => typeof crypto,
  performance: () => typeof performance,
  queueMicrotask: () => typeof queueMicrotask,
  requestAnimationFrame: () => typeof requestAnimationFrame,
  URL: () => typeof URL,
  TextEncoder: () => typeof TextEncoder,
  Image: () => typeof Image,
  Element: () => typeof Element,
  Event: () => typeof Event,
  'an element by its id': () => typeof doorway,
  'window of globalThis': () => typeof globalThis.window,
  'a name in globalThis': () => ('document' in globalThis ? 'there' : 'undefined'),
  'the phone': () => typeof globalThis.__phone,
  'the phone by its own name': () => typeof __phone,
  'the phone by the name in the bundle': () => typeof phone,
  'this of a function': () => (function () { return typeof this })(), // prettier-ignore
  'this of a callback': () => [0].map(function () { return typeof this })[0], // prettier-ignore
  'this of a caller': () => {
    Error.prepareStackTrace = (_, frames) => frames.map((frame) => typeof frame.getThis())
    const { stack } = new Error()
    return Array.isArray(stack) && stack.includes('object') ? 'object' : 'undefined'
  },
  'this of a module': () => typeof this.window,
}

const fences = {
  'window.setTimeout': () => window.setTimeout,
  'an unknown name': () => unknownName,
  eval: () => eval('typeof window'),
  'indirect eval': () => (0, eval)('typeof window'),
  Function: () => Function('return typeof window')(),
  'new Function': () => new Function('return typeof window')(),
  'Function of a function': () => (() => 0).constructor('return window')(),
  'Function of an async function': () => (async () => 0).constructor('return window')(),
  'Function of a generator': () => (function* () {})().constructor.constructor('yield 0'),
  'Function of a timer': () => setTimeout.constructor('return window')(),
  'Function of console': () => console.log.constructor('return window')(),
  'Function of wx': () => wx.request.constructor('return window')(),
  'Function of a class': () => Map.constructor('return window')(),
  'a text for setTimeout': () => setTimeout('window'),
}

const through = (door) => {
  try {
    return door()
  } catch (error) {
    return error.name
  }
}
const all = (each) =>
  Object.fromEntries(Object.entries(each).map(([name, door]) => [name, through(door)]))

Page({
  doors: all(doors),
  fences: all(fences),
  sameGlobal: [
    Function('return this')(),
    new Function('return this;')(),
    (() => 0).constructor('return this')(),
  ].map((found) => found === globalThis),
  bare: [typeof hasOwnProperty, typeof undefined, typeof NaN],
  isFunction: (() => 0) instanceof Function && (() => 0).constructor === Function,
  heard: [],
  fields: [],
  onLoad() {
    const { heard } = this
    setTimeout(
      function (value) {
        heard.push(`${typeof this} ${value}`)
      },
      0,
      7,
    )
    const every = setInterval(() => {
      clearInterval(every)
      heard.push('every')
    })
    globalThis.kept = 'kept'
    heard.push(kept)
  },
  /** Keeps whatever a handler can reach from its event without being told. */
  onTap(event) {
    const seen = new Set()
    const visit = (value, path) => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return
      seen.add(value)
      this.fields.push(path)
      for (const name in value) visit(value[name], `${path}.${name}`)
    }
    visit(event, 'event')
  },
  breakLater() {
    setTimeout(() => {
      throw new Error('broken on purpose')
    })
  },
})
