/** A clock that stands still until a test moves it. */
export const createTestClock = (startAt = Date.UTC(2026, 10, 2, 9)) => {
  let now = startAt
  return {
    now: () => now,
    advance: (ms: number) => {
      now += ms
    },
  }
}
