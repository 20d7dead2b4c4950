import type { Figures } from './statistics.ts'
import { toFigures } from './statistics.ts'

export interface Loop {
  users: number
  seconds: number
  /** The n-th operation of one user, with all that belongs to its time. What it returns is judged outside of that. */
  act(user: number, n: number): Promise<() => void>
}

/** Each user asks again as soon as the answer is there. What is still under way at the end counts, with its time. */
export async function measure({ users, seconds, act }: Loop): Promise<Figures> {
  const timesMs: number[] = []
  const begin = performance.now()
  const end = begin + seconds * 1000
  const live = async (user: number) => {
    for (let n = 0; performance.now() < end; n++) {
      const startedAt = performance.now()
      const judge = await act(user, n)
      timesMs.push(performance.now() - startedAt)
      judge()
    }
  }
  await Promise.all(Array.from({ length: users }, (_, user) => live(user)))
  return toFigures(timesMs, (performance.now() - begin) / 1000)
}
