const REOPEN_KEY = 'phone:reopen'

/**
 * Loads the phone again whenever the mini program's source has changed, on the page that was open.
 * What the mini program stored stays.
 */
export function followSource(openPage: () => string | undefined): void {
  const changes = new EventSource('/_phone/changes')
  changes.addEventListener('reload', () => {
    changes.close()
    const page = openPage()
    if (page !== undefined) sessionStorage.setItem(REOPEN_KEY, page)
    location.reload()
  })
}

/** The page to open after such a reload; it counts once. */
export function takeReopened(): string | undefined {
  const page = sessionStorage.getItem(REOPEN_KEY) ?? undefined
  sessionStorage.removeItem(REOPEN_KEY)
  return page
}
