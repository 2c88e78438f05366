/** Path of the component that `tabBar.custom` of app.json asks for. */
export const CUSTOM_TAB_BAR = 'custom-tab-bar/index'
