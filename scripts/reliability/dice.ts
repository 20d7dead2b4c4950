/** Random choices that a seed repeats: who, what, and after how many operations. */
export interface Dice {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  pick<T>(from: readonly T[]): T
}

export function rollFrom(seed: number): Dice {
  let state = seed >>> 0
  // Mulberry32: small, and good enough to choose victims.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    between,
    pick: from => {
      const one = from[between(0, from.length - 1)]
      if (one === undefined) throw new Error('There is nothing to choose from.')
      return one
    },
  }
}
