import { button, element } from '../dom'
import { showContract, type Contract } from './contract-page'
import { FAILURE, icon, SUCCESS } from './icons'
import { askPermission, type Permission } from './permission-sheet'

export interface ToastOptions {
  title: string
  icon?: string
  image?: string
  mask?: boolean
  /** Milliseconds; 0 until hidden. */
  duration: number
}

export interface ModalOptions {
  title: string
  content: string
  showCancel: boolean
  cancelText: string
  cancelColor?: string
  confirmText: string
  confirmColor?: string
  editable: boolean
  placeholderText: string
}

export type Dialogs = ReturnType<typeof createDialogs>

/** What lies over the page: toast, loading, modal and action sheet. */
export function createDialogs(layer: HTMLElement, words: { cancel: string; confirm: string }) {
  let toast: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const hideToast = () => {
    clearTimeout(timer)
    toast?.remove()
    toast = undefined
  }

  return {
    words,
    hideToast,
    askPermission: (permission: Permission) => askPermission(layer, permission),
    showContract: (contract: Contract) => showContract(layer, contract),
    showToast({ title, icon: kind = 'success', image, mask = false, duration }: ToastOptions) {
      hideToast()
      toast = element('div', `toast toast-${kind}${mask ? ' masked' : ''}`)
      const box = element('div', 'toast-box')
      const drawing = { success: SUCCESS, error: FAILURE }[kind]
      if (image !== undefined) box.append(Object.assign(element('img'), { src: image }))
      else if (kind === 'loading') box.append(element('i', 'spinner'))
      else if (drawing !== undefined) box.append(icon(drawing))
      box.append(element('p', '', title))
      toast.append(box)
      toast.setAttribute('role', 'status')
      layer.append(toast)
      if (duration > 0) timer = setTimeout(hideToast, duration)
    },
    showModal: (options: ModalOptions) =>
      new Promise<{ confirm: boolean; cancel: boolean; content?: string }>((resolve) => {
        const cover = element('div', 'cover')
        const modal = element('div', 'modal')
        const input = element('textarea', 'modal-input')
        const finish = (confirm: boolean) => {
          cover.remove()
          const content = options.editable && confirm ? { content: input.value } : {}
          resolve({ confirm, cancel: !confirm, ...content })
        }
        modal.setAttribute('role', 'dialog')
        if (options.title !== '') modal.append(element('h3', '', options.title))
        if (options.editable) {
          input.value = options.content
          input.placeholder = options.placeholderText
          modal.append(input)
        } else if (options.content !== '') {
          modal.append(element('p', '', options.content))
        }
        const bar = element('div', 'modal-bar')
        if (options.showCancel) {
          const cancel = button('modal-cancel', options.cancelText, () => finish(false))
          cancel.style.color = options.cancelColor ?? ''
          bar.append(cancel)
        }
        const confirm = button('modal-confirm', options.confirmText, () => finish(true))
        confirm.style.color = options.confirmColor ?? ''
        bar.append(confirm)
        modal.append(bar)
        cover.append(modal)
        layer.append(cover)
      }),
    /** Gives the index of the chosen item, or `undefined` when dismissed. */
    showActionSheet: (items: readonly string[], color?: string) =>
      new Promise<number | undefined>((resolve) => {
        const cover = element('div', 'cover bottom')
        const sheet = element('div', 'action-sheet')
        const finish = (index: number | undefined) => {
          cover.remove()
          resolve(index)
        }
        items.forEach((text, index) => {
          const item = button('action-item', text, () => finish(index))
          item.style.color = color ?? ''
          sheet.append(item)
        })
        sheet.append(button('action-cancel', words.cancel, () => finish(undefined)))
        cover.addEventListener('click', (event) => {
          if (event.target === cover) finish(undefined)
        })
        cover.append(sheet)
        layer.append(cover)
      }),
  }
}
