import { component as adapter, glassEasel, type CodeSpace } from 'glass-easel-miniprogram-adapter'
import { tabBarOf } from './custom-tab-bar'
import { createIntersectionObserver, type ObserverOptions } from './intersection-observer'
import { createSelectorQuery, type Caller } from './selector-query'

/** Gives `this` of every component what the adapter lacks or does otherwise than WeChat. */
export function completeComponents(space: CodeSpace): void {
  Object.assign(adapter.ComponentCaller.prototype, {
    createSelectorQuery(this: Caller) {
      return createSelectorQuery(this)
    },
    getTabBar(this: Caller) {
      return tabBarOf(this)
    },
    createIntersectionObserver(this: Caller, options?: ObserverOptions) {
      return createIntersectionObserver(this, options)
    },
  })
  const readiness = {
    lifetimes: {
      // glass-easel leaves it to its surroundings to say when a component has been laid out.
      attached(this: Caller) {
        const { _$: component } = this
        requestAnimationFrame(() => {
          if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', [])
        })
      },
    },
  }
  const core = space.getComponentSpace()
  const behavior = core.defineBehavior(readiness as Parameters<typeof core.defineBehavior>[0])
  space.setOverallBehavior(behavior as unknown as Parameters<typeof space.setOverallBehavior>[0])
}
