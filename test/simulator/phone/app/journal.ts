/** What happened in the life of the app and its pages, in order. */
export const events: string[] = []
