/** A rule was not kept. Both sides are said in words, because the reader may never have seen our code. */
export class RuleBroken extends Error {
  readonly expected: string
  readonly actual: string

  constructor({ expected, actual }: { expected: string; actual: string }) {
    super(`Expected: ${expected}. Actual: ${actual}.`)
    this.name = 'RuleBroken'
    this.expected = expected
    this.actual = actual
  }
}

export function demand(isRight: boolean, words: { expected: string; actual: string }): asserts isRight {
  if (!isRight) throw new RuleBroken(words)
}

export function demandSame(what: string, { expected, actual }: { expected: unknown; actual: unknown }): void {
  const [wanted, found] = [JSON.stringify(expected), JSON.stringify(actual)]
  demand(wanted === found, { expected: `${what} is ${wanted}`, actual: `it is ${found}` })
}

export interface Look<Seen> {
  readonly withinMs: number
  readonly see: () => Promise<Seen>
  readonly isRight: (seen: Seen) => boolean
  readonly tell: (seen: Seen) => string
}

const LOOK_AGAIN_AFTER_MS = 100

/** Looks again and again until it is right. What was seen last is told when the time is up. */
export async function waitUntil<Seen>(expected: string, look: Look<Seen>): Promise<Seen> {
  const givesUpAt = performance.now() + look.withinMs
  for (;;) {
    const seen = await look.see()
    if (look.isRight(seen)) return seen
    if (performance.now() >= givesUpAt) {
      throw new RuleBroken({ expected, actual: `${look.tell(seen)}, also after ${look.withinMs / 1000} seconds` })
    }
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_AFTER_MS))
  }
}
