import type { Settings } from '../settings'

/** Where the workbench's content lies: in the function as it was built, or in the store. */
export const readWorkbench = (settings: Settings): 'built' | 'store' =>
  settings.oneOf('WORKBENCH', ['built', 'store'], 'built')
