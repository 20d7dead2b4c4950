import type { Dice } from './dice.ts'
import type { OperationKind, Wish } from './history.ts'

/** What happens between two starts of the server, and how it ends. */
export interface Round {
  wishes: Wish[]
  /** The server is killed when so many wishes have been answered; with a crash point it ends itself there. */
  killAfterAnswers: number
  crashPoint?: string
  /** While the server is down, an import is begun or gone on with, and killed after this time. */
  killImportAfterMs?: number
}

const crashPoints = [
  'door:before-insert',
  'door:after-insert-before-commit',
  'door:after-commit-before-answer',
  'export:after-claim',
  'export:after-fetch',
  'export:after-match',
  'export:before-commit',
  'export:after-commit',
]

const often: OperationKind[] = ['create', 'add', 'add', 'move', 'move', 'move', 'export', 'export']
const CRASH_EVERY = 4
const OPEN_JOB_EVERY = 5
const IMPORT_EVERY = 4
// From before its first row to near its end.
const IMPORT_MS = [300, 4_000] as const

/** The whole run, decided before it begins, so that a seed repeats it. */
export function planRounds(dice: Dice, kills: number, name: string): Round[] {
  const made = { applications: [] as number[], jobs: [] as Wish[] }
  let number = 0
  const wish = (kind: OperationKind, more: Partial<Wish> = {}): Wish => {
    number++
    return { number, kind, mark: `${name}-${number}`, ...more }
  }
  return Array.from({ length: kills }, (_, round) => {
    const fresh: number[] = []
    const moved = new Set<number>()
    const wishes = Array.from({ length: dice.between(3, 10) }, () => {
      const kind = dice.pick(often)
      if (kind !== 'move') return wish(kind)
      // One move of one application at a time, and only of those that were made before the last kill.
      const free = made.applications.filter(one => !moved.has(one))
      if (free.length === 0) return wish('add')
      const on = dice.pick(free)
      moved.add(on)
      return wish('move', { on, stage: dice.between(0, 4) })
    })
    if (round % OPEN_JOB_EVERY === 1) wishes.push(wish('openJob'))
    const opened = made.jobs.shift()
    if (opened) wishes.unshift(wish('activate', { on: opened.number, mark: opened.mark }))
    const crashPoint =
      round % CRASH_EVERY === 3 ? crashPoints[Math.floor(round / CRASH_EVERY) % crashPoints.length] : undefined
    // Every crash point lies on the way of an export.
    if (crashPoint !== undefined) wishes.push(wish('export'))
    for (const one of wishes) {
      if (one.kind === 'add') fresh.push(one.number)
      if (one.kind === 'openJob') made.jobs.push(one)
    }
    made.applications.push(...fresh)
    return {
      wishes,
      killAfterAnswers: dice.between(1, wishes.length),
      ...(round % IMPORT_EVERY === 2 ? { killImportAfterMs: dice.between(...IMPORT_MS) } : {}),
      ...(crashPoint === undefined ? {} : { crashPoint }),
    }
  })
}
