import { LinkedInFailure, NoTokenFailure } from '@lodestone/rsc/errors'

export interface Steps<Item> {
  /** Makes the call for some of the items and stores what is answered about each. */
  call(items: readonly Item[]): Promise<void>
  /** Stores that LinkedIn refuses this one, called for alone. */
  refuse(item: Item, failure: LinkedInFailure): Promise<void>
  /** Counts a further call; the first was counted when the items were taken up. A moment: not before then. */
  count(items: readonly Item[]): Promise<Date | undefined>
  /** LinkedIn says that we may not: is that still so when it is asked? */
  isStillAllowed(): Promise<boolean>
}

/** Why some items are left: a failure that is not about them, a no to everything, or a full window. */
export interface Stop<Item> {
  left: Item[]
  why: { kind: 'failure' | 'forbidden'; failure: LinkedInFailure } | { kind: 'window'; until: Date }
}

/**
 * Makes one call for a batch. When LinkedIn refuses the call as a whole because of what is in it, halves of it are tried, so
 * that one bad item does not hold up the others. What was answered stays answered, whatever happens to the rest.
 */
export async function callInParts<Item>(items: readonly Item[], steps: Steps<Item>): Promise<Stop<Item> | undefined> {
  const parts = [items]
  const forbidden: Forbidden<Item>[] = []
  let answered = 0
  for (let part = parts.shift(), calls = 1; part; part = parts.shift(), calls++) {
    const left = [...forbidden.map(one => one.item), ...part, ...parts.flat()]
    const until = calls > 1 ? await steps.count(part) : undefined
    if (until) return { left, why: { kind: 'window', until } }
    const failure = await call(steps, part, left)
    if (!failure) {
      answered += 1
      continue
    }
    if (!(failure instanceof LinkedInFailure)) return failure
    if (failure.kind === 'forbidden' && calls === 1 && !(await steps.isStillAllowed())) return forbid(left, failure)
    const [only, ...others] = part
    if (only !== undefined && others.length === 0) {
      if (failure.kind === 'forbidden') forbidden.push({ item: only, failure })
      else await steps.refuse(only, failure)
      if (forbidden.length === 2 && answered === 0) return forbid(left, failure)
    } else {
      const middle = Math.ceil(part.length / 2)
      parts.unshift(part.slice(0, middle), part.slice(middle))
    }
  }
  return settleForbidden(forbidden, { answered, steps })
}

interface Forbidden<Item> {
  item: Item
  failure: LinkedInFailure
}

/** A no to some, while others pass, is about those. A no to all says nothing about any of them. */
async function settleForbidden<Item>(
  forbidden: readonly Forbidden<Item>[],
  { answered, steps }: { answered: number; steps: Steps<Item> },
): Promise<Stop<Item> | undefined> {
  const [first] = forbidden
  if (first && answered === 0) {
    return forbid(
      forbidden.map(one => one.item),
      first.failure,
    )
  }
  for (const { item, failure } of forbidden) await steps.refuse(item, failure)
  return undefined
}

/** Undefined: answered. A failure: it is about what is in the call. A stop: it is not. */
async function call<Item>(
  steps: Steps<Item>,
  part: readonly Item[],
  left: Item[],
): Promise<LinkedInFailure | Stop<Item> | undefined> {
  try {
    await steps.call(part)
    return undefined
  } catch (error) {
    if (!(error instanceof LinkedInFailure)) throw error
    return isAboutContent(error) ? error : { left, why: { kind: 'failure', failure: error } }
  }
}

/** A whole call that finds nobody at its address (404) is about the address. */
function isAboutContent(failure: LinkedInFailure): boolean {
  const isPassing = failure.retry !== 'never' || failure instanceof NoTokenFailure
  return !isPassing && failure.kind !== 'unauthorized' && failure.kind !== 'notFound'
}

function forbid<Item>(left: Item[], failure: LinkedInFailure): Stop<Item> {
  return { left, why: { kind: 'forbidden', failure } }
}
