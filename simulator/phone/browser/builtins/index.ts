import { BOX_TAGS } from '../../builtin-tags'
import { defineButton, type ButtonPrivacy } from './button'
import { defineChoices } from './choices'
import type { DefineBuiltin } from './define'
import { defineForms } from './form'
import { followPress } from './hover'
import { defineMedia, type ResolveImage } from './media'
import { defineNavigator, type Navigation } from './navigation'
import { definePicker, type Choose } from './picker'
import { defineRichText } from './rich-text'
import { defineScrollView } from './scroll-view'
import { defineTextFields } from './text-field'

export interface BuiltinSurroundings {
  resolveImage: ResolveImage
  navigation: Navigation
  choose: Choose
  /** Absent in WeCom. */
  privacy: ButtonPrivacy | undefined
}

/** Defines every built-in component of builtin-tags.ts. */
export function defineBuiltins(
  defineOne: DefineBuiltin,
  { resolveImage, navigation, choose, privacy }: BuiltinSurroundings,
): void {
  const define: DefineBuiltin = (tag, builtin = {}) =>
    defineOne(tag, {
      ...builtin,
      created(node) {
        followPress(node)
        builtin.created?.(node)
      },
    })
  for (const tag of ['view', 'cover-view', 'root-portal']) define(tag)
  define('text', {
    properties: { selectable: false, userSelect: false, space: '', decode: false, overflow: '' },
    reflected: ['selectable', 'userSelect', 'space'],
  })
  defineScrollView(define)
  defineTextFields(define)
  defineChoices(define)
  defineForms(define)
  defineButton(define, privacy)
  defineNavigator(define, navigation)
  definePicker(define, choose)
  defineRichText(define)
  defineMedia(define, resolveImage)
  for (const tag of BOX_TAGS)
    define(tag, { properties: { value: null, src: '', type: '', title: '', show: false } })
}
