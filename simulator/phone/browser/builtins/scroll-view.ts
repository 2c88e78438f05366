import type { BuiltinNode, DefineBuiltin } from './define'

/** scroll-view: scrolls, says where it is, and when it reaches an end. */
export function defineScrollView(define: DefineBuiltin): void {
  define('scroll-view', {
    properties: {
      scrollX: false,
      scrollY: false,
      scrollTop: null,
      scrollLeft: null,
      scrollIntoView: '',
      scrollWithAnimation: false,
      upperThreshold: 50,
      lowerThreshold: 50,
      enhanced: false,
      showScrollbar: true,
      enableFlex: false,
      refresherEnabled: false,
      refresherTriggered: false,
    },
    reflected: ['scrollX', 'scrollY', 'enableFlex'],
    attached(node) {
      for (const name of ['scrollTop', 'scrollLeft', 'scrollIntoView']) scroll(node, name)
      listen(node)
    },
    changed: scroll,
  })
}

function scroll(node: BuiltinNode, name: string): void {
  const behavior = node.flag('scrollWithAnimation') ? 'smooth' : 'instant'
  if (name === 'scrollTop' && node.value('scrollTop') != null)
    node.element.scrollTo({ top: node.number('scrollTop'), behavior })
  if (name === 'scrollLeft' && node.value('scrollLeft') != null)
    node.element.scrollTo({ left: node.number('scrollLeft'), behavior })
  if (name === 'scrollIntoView' && node.text('scrollIntoView') !== '')
    node.element
      .querySelector(`[id="${CSS.escape(node.text('scrollIntoView'))}"]`)
      ?.scrollIntoView({ behavior, block: 'start' })
}

function listen(node: BuiltinNode): void {
  const view = node.element
  let atUpper = true
  let atLower = false
  view.addEventListener(
    'scroll',
    () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = view
      node.trigger('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
      const upper = scrollTop <= node.number('upperThreshold')
      const lower = scrollTop + view.clientHeight >= scrollHeight - node.number('lowerThreshold')
      if (upper && !atUpper) node.trigger('scrolltoupper', { direction: 'top' })
      if (lower && !atLower) node.trigger('scrolltolower', { direction: 'bottom' })
      atUpper = upper
      atLower = lower
    },
    { passive: true },
  )
}
