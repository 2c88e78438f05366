import type { CoverageTheme } from './row'

/** What a browser cannot be made to do, or was not: a pass here does not prove it. */
export const limits: CoverageTheme = {
  title: '保真的边界 · what a pass does not prove',
  rows: [
    {
      what: '双线程 two threads',
      is: 'absent',
      note: 'code and pages share one thread: setData costs nothing, arrives at once, and its 1 MB limit does not bite; a busy loop stops the page too',
    },
    {
      what: '脚本引擎 script engine',
      is: 'approximate',
      note: 'the browser’s V8, with the names of ECMAScript 2020 alone; syntax and methods that an old phone lacks pass here',
    },
    {
      what: '框架的私有字段 private fields',
      is: 'approximate',
      note: 'code that digs into what the framework keeps to itself (`this._$…`) finds the document there',
    },
    {
      what: '原生组件 native components',
      is: 'absent',
      note: 'nothing lies above the web view: no layers, no cover-view rules, no keyboard',
    },
    {
      what: '排版与字体 layout and fonts',
      is: 'approximate',
      note: 'Chromium’s layout and the fonts of this machine; texts break elsewhere than on iOS and Android',
    },
    {
      what: '外观 looks',
      is: 'approximate',
      note: 'built-in components, dialogs and bars are drawn by us, after iOS; Android looks otherwise',
    },
    {
      what: '性能 speed',
      is: 'absent',
      note: 'a desktop is faster than any phone; nothing is measured',
    },
    {
      what: '审核与平台 review and platform',
      is: 'absent',
      note: 'package limits, legal domains, permissions of the account and review are WeChat’s own',
    },
  ],
}
