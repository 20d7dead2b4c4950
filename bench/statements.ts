import type { Session, Sessions } from '../app/src/platform/db/session.ts'

export interface Statement {
  text: string
  parameters: readonly unknown[]
}

/**
 * Stands between the product and its database and writes down what is said in the transactions of one user, from BEGIN to
 * COMMIT. None of them stays: where the product commits, the database is told to forget it.
 */
export class StatementRecorder {
  readonly #userId: string
  #written: Statement[] = []

  constructor(userId: string) {
    this.#userId = userId
  }

  readonly around = (sessions: Sessions): Sessions => ({
    ...sessions,
    acquire: async () => this.#listenTo(await sessions.acquire()),
  })

  /** What was written down since the last call. */
  take(): Statement[] {
    const written = this.#written
    this.#written = []
    return written
  }

  #listenTo(session: Session): Session {
    let isOurs = false
    return {
      ...session,
      query: async (text, parameters, plan) => {
        if (text.startsWith('begin')) isOurs = text.includes(`'${this.#userId}'`)
        if (!isOurs) return session.query(text, parameters, plan)
        this.#written.push({ text, parameters })
        return session.query(text.endsWith('commit') ? 'rollback' : text, parameters, plan)
      },
    }
  }
}

const id = /\b(cand|evt|move)_[0-9a-hjkmnp-tv-z]{26}\b/g

/** The same statements for one more of its kind: ids that the product had made are made anew, the same one alike. */
export function renewed(
  statements: readonly Statement[],
  isKept: (id: string) => boolean,
  make: (prefix: string) => string,
) {
  const fresh = new Map<string, string>()
  const renew = (text: string) =>
    text.replace(id, (whole, prefix: string) => {
      if (isKept(whole)) return whole
      const there = fresh.get(whole) ?? make(prefix)
      fresh.set(whole, there)
      return there
    })
  return statements.map(({ text, parameters }) => ({
    text,
    parameters: parameters.map(value => (typeof value === 'string' ? renew(value) : value)),
  }))
}
