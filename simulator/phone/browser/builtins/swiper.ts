import { element } from '../dom'
import type { BuiltinNode, DefineBuiltin } from './define'
import { followDrag } from './drag'
import { createTrack, type Track } from './swiper-track'

/** Why the shown item changed, as `change` tells it. */
type Source = 'autoplay' | 'touch' | ''

/** Part of an item that has to be dragged away before the next one takes over. */
const ENOUGH = 0.3

/**
 * swiper and swiper-item.
 * https://developers.weixin.qq.com/miniprogram/dev/component/swiper.html
 */
export function defineSwiper(define: DefineBuiltin): void {
  const swipers = new WeakMap<BuiltinNode, ReturnType<typeof createSwiper>>()
  define('swiper', {
    properties: {
      indicatorDots: false,
      indicatorColor: 'rgba(0, 0, 0, .3)',
      indicatorActiveColor: '#000000',
      autoplay: false,
      current: 0,
      interval: 5000,
      duration: 500,
      circular: false,
      vertical: false,
      previousMargin: '0px',
      nextMargin: '0px',
      displayMultipleItems: 1,
      easingFunction: 'default',
      snapToEdge: false,
    },
    reflected: ['vertical'],
    attached: (node) => void swipers.set(node, createSwiper(node)),
    detached: (node) => swipers.get(node)?.stop(),
    changed: (node, name) => swipers.get(node)?.changed(name),
  })
  define('swiper-item', {
    properties: { itemId: '', skipHiddenItemLayout: false },
    reflected: ['itemId'],
  })
}

function createSwiper(node: BuiltinNode) {
  const dots = element('div', 'swiper-dots')
  const track: Track = createTrack(node, draw)
  let shown = node.number('current')
  let timer: ReturnType<typeof setInterval> | undefined

  function draw() {
    const { length } = track.items()
    dots.hidden = !node.flag('indicatorDots')
    node.element.style.setProperty('--dot', node.text('indicatorColor'))
    node.element.style.setProperty('--active-dot', node.text('indicatorActiveColor'))
    dots.replaceChildren(
      ...Array.from({ length }, (_, index) => element('i', index === shown ? 'active' : '')),
    )
    track.place()
  }
  const detail = (source: Source) => ({
    current: shown,
    currentItemId: track.items()[shown]?.getAttribute('item-id') ?? '',
    source,
  })
  const show = (index: number, source: Source) => {
    const changes = index !== shown
    shown = index
    draw()
    if (changes) {
      if (node.number('current') !== index) node.set('current', index)
      node.trigger('change', detail(source))
    }
    track.glideTo(index, node.number('duration'), () =>
      node.trigger('animationfinish', detail(source)),
    )
  }
  const stop = () => clearInterval(timer)
  const play = () => {
    stop()
    if (!node.flag('autoplay')) return
    timer = setInterval(() => {
      // A page that is hidden stands still.
      if (node.element.clientWidth > 0) show(track.after(shown, 1, true), 'autoplay')
    }, node.number('interval'))
  }

  followDrag(node.element, {
    axis: () => (node.flag('vertical') ? 'y' : 'x'),
    start() {
      stop()
      track.hold()
    },
    move: track.drag,
    end(distance) {
      const part = distance / track.size()
      const steps = Math.sign(-part) * Math.floor(Math.abs(part) + (1 - ENOUGH))
      show(track.after(shown, steps, false), 'touch')
      play()
    },
  })
  node.element.append(dots)
  new MutationObserver((records) => {
    if (records.some(({ target }) => target === node.element)) draw()
  }).observe(node.element, { childList: true })
  track.jumpTo(shown)
  draw()
  play()

  return {
    stop,
    changed(name: string) {
      if (name === 'current' && node.number('current') !== shown) show(node.number('current'), '')
      else if (name === 'autoplay' || name === 'interval') play()
      else draw()
    },
  }
}
