import type { Answer, Caller, Question } from './caller.ts'
import type { Workload } from './workload.ts'
import { expectSame, WrongAnswer } from './workload.ts'

export interface CheckedRead {
  address: string
  /** Throws unless the answer says what the world says. */
  check(body: unknown): void
}

const SAMPLES = 24
const USERS_APART = 7

/** Questions whose answers are checked once against the world; while it is measured, each must be that same answer. */
export function reads(name: string, list: (caller: Caller) => Promise<CheckedRead[]> | CheckedRead[]): Workload {
  const right = new Map<string, Buffer>()
  const addresses: string[] = []
  return {
    name,
    prepare: async caller => {
      for (const { address, check } of await list(caller)) {
        const answer = await caller.ask({ method: 'GET', address })
        if (answer.status !== 200) throw new WrongAnswer(`${name}: ${address} answered ${answer.status}.`)
        check(JSON.parse(answer.body.toString()))
        right.set(address, answer.body)
        addresses.push(address)
      }
    },
    ask: (user, n) => ({ method: 'GET', address: addresses[(user * USERS_APART + n) % addresses.length] ?? '' }),
    judge: (question: Question, { status, body }: Answer) => {
      const expected = right.get(question.address)
      if (status === 200 && expected?.equals(body)) return
      expectSame(`${name}: ${question.address}`, `${status} ${body}`, `200 ${expected}`)
    },
    samples: () => addresses.slice(0, SAMPLES).map(address => ({ method: 'GET', address })),
  }
}
