/**
 * Does the same work for each item, so many at the same time. Gives the results in the order of the
 * items; after a failure nothing more is begun.
 */
export const fewAtOnce = async <Item, Result>(
  atOnce: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results = new Array<Result>(items.length)
  const waiting = items.entries()
  let hasFailed = false

  const workOn = async () => {
    for (const [place, item] of waiting) {
      if (hasFailed) return
      try {
        results[place] = await work(item)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, workOn))
  return results
}
