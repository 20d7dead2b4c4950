/** Work that was started and has not ended. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>
  readonly size: number
  /** Resolves when nothing is left, work that was started meanwhile included. */
  drain(): Promise<void>
}

export function createInFlight(): InFlight {
  const works = new Set<Promise<unknown>>()
  return {
    track(work) {
      works.add(work)
      const forget = () => works.delete(work)
      work.then(forget, forget)
      return work
    },
    get size() {
      return works.size
    },
    async drain() {
      while (works.size > 0) await Promise.allSettled(works)
    },
  }
}
