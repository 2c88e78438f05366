import type { Methods, Params, Phone } from './methods'

/** Milliseconds that a dialog may take to come, and between two looks. */
const SOON_MS = 2000
const OFTEN_MS = 20

/** Tool.…: the client around the mini program. */
export function toolMethods({ program, stack, shell, wx }: Phone): Methods {
  const system = () => (wx['getSystemInfoSync'] as () => Params)()
  const press = (button: string) => async () => (await shownIn(shell.layer, button)).click()

  /** What DevTools presses outside the page. */
  const native: Record<string, (data: Params) => unknown> = {
    goHome: () => stack.reLaunch(`/${program.pages[0] ?? ''}`),
    navigateLeft: () => stack.navigateBack(1),
    switchTab: ({ url }) => stack.switchTab(String(url)),
    confirmModal: press('.modal-confirm'),
    cancelModal: press('.modal-cancel'),
    authorizeAllow: press('.permission-allow'),
    authorizeCancel: press('.permission-deny'),
  }
  return {
    'Tool.getInfo': () => ({ SDKVersion: system()['SDKVersion'] }),
    'Tool.native': async ({ method, data }) => {
      const name = String(method)
      const run = Object.hasOwn(native, name) ? native[name] : undefined
      if (run === undefined) throw new Error(`${name} is not simulated in the preview`)
      await run((data ?? {}) as Params)
    },
  }
}

/** A dialog that was just asked for takes a moment to come. */
async function shownIn(layer: HTMLElement, button: string): Promise<HTMLElement> {
  for (const deadline = performance.now() + SOON_MS; ;) {
    const shown = [...layer.querySelectorAll<HTMLElement>(button)].at(-1)
    if (shown !== undefined) return shown
    if (performance.now() > deadline) throw new Error('no dialog with such a button is shown')
    await new Promise((resolve) => setTimeout(resolve, OFTEN_MS))
  }
}
