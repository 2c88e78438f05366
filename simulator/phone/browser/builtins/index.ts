import { BOX_TAGS } from '../../builtin-tags'
import { defineButton, type ButtonSurroundings } from './button'
import { defineChoices } from './choices'
import type { DefineBuiltin } from './define'
import { defineForms } from './form'
import { followPress } from './hover'
import { defineMedia, type ResolveImage } from './media'
import { defineNavigator, type NavigatorSurroundings } from './navigation'
import { definePicker, type PickerSurroundings } from './picker'
import { definePickerView } from './picker-view'
import { defineRichText } from './rich-text'
import { defineScrollView } from './scroll-view'
import { defineSlider } from './slider'
import { defineSwiper } from './swiper'
import { defineTextFields } from './text-field'
import { defineWebView } from './web-view'

export type BuiltinSurroundings = { resolveImage: ResolveImage } & ButtonSurroundings &
  NavigatorSurroundings &
  PickerSurroundings

/** Defines every built-in component of builtin-tags.ts. */
export function defineBuiltins(defineOne: DefineBuiltin, surroundings: BuiltinSurroundings): void {
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
  defineButton(define, surroundings)
  defineNavigator(define, surroundings)
  definePicker(define, surroundings)
  definePickerView(define)
  defineSlider(define)
  defineSwiper(define)
  defineRichText(define)
  defineMedia(define, surroundings.resolveImage)
  defineWebView(define)
  const told = new Set<string>()
  for (const tag of BOX_TAGS)
    define(tag, {
      properties: { value: null, src: '', type: '', title: '', show: false },
      attached() {
        if (!told.has(tag)) console.warn(`[phone] <${tag}> is drawn as an empty box`)
        told.add(tag)
      },
    })
}
