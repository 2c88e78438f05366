// What of the browser a mini program can see; nothing is right.

Page({
  seen: { window: typeof window, document: typeof document, fetch: typeof fetch },
})
