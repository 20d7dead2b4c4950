import type { Answer, Caller, Question } from './caller.ts'

export interface Workload {
  name: string
  /** Before any timing: learns what the right answers are, and checks them against the world. */
  prepare(caller: Caller): Promise<void>
  /** The n-th question of one user. */
  ask(user: number, n: number): Question
  /** Throws when an answer is wrong. */
  judge(question: Question, answer: Answer): void
  /** After all timing: is everything there that was acknowledged, and nothing else? */
  settle?(caller: Caller): Promise<void>
  /** Whose statements the bare driver repeats. */
  samples(): Question[]
}

export class WrongAnswer extends Error {}

export function expectSame(what: string, found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)]
  if (left === right) return
  throw new WrongAnswer(`${what}: expected ${right?.slice(0, 300)}, and found ${left?.slice(0, 300)}.`)
}
