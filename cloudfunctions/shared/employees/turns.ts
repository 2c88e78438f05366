/** Lets the works of one subject run one after the other, in the order in which they came. */
export const createTurns = () => {
  const last = new Map<string, Promise<unknown>>()

  return <T>(subject: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(subject) ?? Promise.resolve()
    // How the one before ended is its own caller's business.
    const mine = before.then(work, work)
    last.set(subject, mine)
    const leave = () => {
      if (last.get(subject) === mine) last.delete(subject)
    }
    mine.then(leave, leave)
    return mine
  }
}
