// Opens components and pages of the mini program in jsdom, on WeChat's own WXML compiler.
// miniprogram-simulate knows Component() only: App, getApp and getCurrentPages are supplied here.
import { join, resolve } from 'node:path'
import simulate from 'miniprogram-simulate'

export const ROOT = resolve(__dirname, '../../miniprogram')

/** As in WeChat's own selectors: what follows lies inside the component that was found. */
const CROSSING = ' >>> '

export interface Node {
  dom: HTMLElement
  querySelector(selector: string): Node | undefined
  dispatchEvent(event: string, options: { bubbles: boolean }): void
}

/** What the simulator's root is at run time; its own types leave half of it out. */
interface Root extends Node {
  data: Record<string, unknown>
  instance: Record<string, ((event?: object) => void) | undefined>
  querySelectorAll(selector: string): Node[]
  setData(data: object): void
  addEventListener(event: string, listener: (event: { detail: unknown }) => void): void
  triggerPageLifeTime(name: string, args: object): void
  attach(parent: HTMLElement): void
  detach(): void
}

export interface Mounted {
  text(): string
  html(): string
  /** The first match; `card >>> .name` looks inside the component `card`. */
  find(selector: string): Node | undefined
  findAll(selector: string): Node[]
  /** Dispatches an event on the first match, and waits until its handlers are done. */
  fire(selector: string, event: string): Promise<void>
  /** The component's own data, as its template sees it. */
  data(): Record<string, unknown>
  /** Calls a method of the page, the way the client calls onPullDownRefresh. */
  call(method: string): void
  /** Calls a handler with the detail that a component's event would bring. */
  act(handler: string, detail: object): void
  /** Tells a page which query it was opened with. */
  load(query: object): void
  setData(data: object): void
  /** Details of the events that the component has emitted under this name since the first asking. */
  emitted(event: string): unknown[]
  /** Lets the page come to the front once more. */
  show(): void
  /** Lets another page come before it. */
  hide(): void
  close(): void
}

interface AppDefinition {
  onShow(): void
}

let launched: AppDefinition | undefined
Object.assign(globalThis, {
  App: (definition: AppDefinition) => {
    launched = definition
  },
  getApp: () => launched,
  getCurrentPages: () => [],
})

/** Runs app.ts as the client does at a launch, and answers what it registered. */
export function launchApp(): AppDefinition {
  launched = undefined
  jest.resetModules()
  jest.requireActual(join(ROOT, 'app'))
  if (!launched) throw new Error('app.ts did not call App()')
  return launched
}

/** Gives the mini program the phone that its next page runs on. */
export function usePhone(phone: object): void {
  Object.assign(globalThis, { wx: phone })
}

const SERVICES = join(ROOT, 'services/index')

/** Pages and components are loaded anew, the services stay those of this launch. */
function keepTheServices(): void {
  const services: unknown = jest.requireActual(SERVICES)
  jest.doMock(SERVICES, () => services)
}

/** How a page is opened: with the services of a fresh launch, or with those of the page before it. */
export interface Opening {
  keepServices?: boolean
  /** Where the path begins, and what the WXML compiler looks through; miniprogram/ otherwise. */
  root?: string
}

/** Mounts one component, by its path below miniprogram/, with these properties. */
export function mountComponent(
  path: string,
  properties: object = {},
  { keepServices = false, root: rootPath = ROOT }: Opening = {},
): Mounted {
  if (keepServices) keepTheServices()
  else jest.dontMock(SERVICES)
  // The simulator remembers what it loaded, and would answer a second load with nothing.
  jest.resetModules()
  const id = simulate.load(join(rootPath, path), { rootPath, compiler: 'official' })
  const root = simulate.render(id, { ...properties }) as unknown as Root
  const parent = document.createElement('div')
  root.attach(parent)
  const emitted: Record<string, unknown[]> = {}
  const find = (selector: string) => findThrough(root, selector.split(CROSSING))

  return {
    text: () => parent.textContent ?? '',
    html: () => parent.innerHTML,
    find,
    findAll: (selector) => root.querySelectorAll(selector),
    async fire(selector, event) {
      const node = find(selector)
      if (!node) throw new Error(`nothing matches ${selector}`)
      node.dispatchEvent(event, { bubbles: true })
      await settle()
    },
    data: () => root.data,
    call: (method) => root.instance[method]?.(),
    act: (handler, detail) => root.instance[handler]?.({ detail }),
    load: (query) => root.instance.onLoad?.(query),
    setData: (data) => root.setData(data),
    emitted(event) {
      const known = emitted[event]
      if (known) return known
      const details: unknown[] = (emitted[event] = [])
      root.addEventListener(event, ({ detail }) => details.push(detail))
      return details
    },
    show: () => root.triggerPageLifeTime('show', {}),
    hide: () => root.triggerPageLifeTime('hide', {}),
    close: () => root.detach(),
  }
}

function findThrough(from: Node, [selector, ...inside]: string[]): Node | undefined {
  const found = selector === undefined ? undefined : from.querySelector(selector)
  return found && inside.length > 0 ? findThrough(found, inside) : found
}

/** Opens a page the way the client does: mounted, then shown. */
export async function openPage(path: string, opening: Opening = {}): Promise<Mounted> {
  const page = mountComponent(path, {}, opening)
  page.show()
  await simulate.sleep(0)
  return page
}

/** Lets everything that is ready to happen, happen. */
export const settle = (): Promise<void> => simulate.sleep(0)
