/** Jobs that follow each other within a queue, and run beside each other across queues. */
export interface Queues {
  /** `job` must not throw. */
  add(queue: string, job: () => Promise<void>): void
  /** Fulfilled when every queue is empty, also of what was added meanwhile. */
  settled(): Promise<void>
}

export const createQueues = (): Queues => {
  const tails = new Map<string, Promise<void>>()
  return {
    add: (queue, job) => {
      const tail = (tails.get(queue) ?? Promise.resolve()).then(job).finally(() => {
        if (tails.get(queue) === tail) tails.delete(queue)
      })
      tails.set(queue, tail)
    },
    settled: async () => {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
