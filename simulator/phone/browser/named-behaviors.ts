import type { ComponentEnv } from 'glass-easel-miniprogram-adapter'
import { registerControl } from './builtins/controls'
import { openToForms } from './builtins/ownership'
import type { Caller } from './selector-query'

type Definition = Record<string, unknown> & { behaviors?: unknown[] }

const opening = (what: 'fields' | 'buttons'): Definition => ({
  lifetimes: {
    attached(this: Caller) {
      openToForms(this._$, what)
    },
  },
})

/**
 * Behaviors that WeChat knows by name; the adapter takes only objects.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/behaviors.html
 */
const NAMED_BEHAVIORS: Record<string, Definition> = {
  'wx://form-field': {
    properties: { name: String, value: null },
    lifetimes: {
      attached(this: Caller) {
        const { $$: shown } = this._$
        if (!(shown instanceof Element)) return
        registerControl(shown, {
          name: () => String(this.data.name),
          value: () => this.data.value as unknown,
          reset: () => undefined,
          activate: () => undefined,
        })
      },
    },
  },
  'wx://form-field-group': opening('fields'),
  'wx://form-field-button': opening('buttons'),
  // What it stands for, `export`, every component has here.
  'wx://component-export': {},
}

/** Page, Component and Behavior that take those names too. */
export function withNamedBehaviors({ Page, Component, Behavior }: ComponentEnv) {
  const named = (behavior: unknown) => {
    if (typeof behavior !== 'string') return behavior
    if (!Object.hasOwn(NAMED_BEHAVIORS, behavior))
      console.warn(`[phone] behavior "${behavior}" is not simulated`)
    return Behavior((NAMED_BEHAVIORS[behavior] ?? {}) as Parameters<typeof Behavior>[0])
  }
  const resolved = (definition: Definition) =>
    definition.behaviors === undefined
      ? definition
      : { ...definition, behaviors: definition.behaviors.map(named) }
  const wrap = (constructor: unknown) => (definition: Definition) =>
    (constructor as (definition: Definition) => unknown)(resolved(definition))
  return { Page: wrap(Page), Component: wrap(Component), Behavior: wrap(Behavior) }
}
