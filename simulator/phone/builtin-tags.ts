/**
 * The tags of the base library. `simulated` ones behave; of the others only the box is drawn.
 * https://developers.weixin.qq.com/miniprogram/dev/component/
 */
export const SIMULATED_TAGS = [
  'view',
  'text',
  'image',
  'button',
  'scroll-view',
  'input',
  'textarea',
  'form',
  'label',
  'switch',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'picker',
  'picker-view',
  'picker-view-column',
  'slider',
  'swiper',
  'swiper-item',
  'navigator',
  'rich-text',
  'icon',
  'progress',
  'web-view',
  'cover-view',
  'cover-image',
  'root-portal',
] as const

export const BOX_TAGS = [
  'movable-area',
  'movable-view',
  'match-media',
  'page-container',
  'page-meta',
  'navigation-bar',
  'canvas',
  'video',
  'audio',
  'map',
  'camera',
  'open-data',
  'ad',
  'official-account',
] as const

/** Everything that a WXSS tag selector, or a template, may name besides components. */
export const BUILTIN_TAGS: ReadonlySet<string> = new Set([
  ...SIMULATED_TAGS,
  ...BOX_TAGS,
  'page',
  'block',
  'slot',
])
