import { setImmediate } from 'node:timers/promises'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { refuseToStream, toResult } from './kysely-sessions.ts'
import type { Plan, QueryAnswer, Session } from './session.ts'
import { isSqlState, UNKNOWN_PLAN } from './sql-state.ts'

const ABORTED = '25P02'

// A database answers the COMMIT of a transaction that failed with a rollback, and without an error. It refuses the SELECT.
const COMMIT = 'select 1; commit'

// Or may, for all that can be told from the words: then it waits.
const CHANGES = /;|\b(insert|update|delete|merge|into)\b/i

type Asked = Pick<CompiledQuery, 'sql' | 'parameters'>

interface Beginning {
  /** One message: where it is refused, there is no transaction, no role and no tenant. */
  begin: string
  isRead: boolean
}

/**
 * The statements of one transaction on one session. Once it has begun, each leaves as soon as it is known, whether or not the
 * one before has been answered: the database carries them out in order, and after one that failed it refuses the rest.
 */
export class OpenTransaction implements DatabaseConnection {
  /** What is carried out before this is certain is carried out by nobody knows whom. */
  readonly begun: Promise<unknown>
  readonly #session: Session
  readonly #isRead: boolean
  readonly #unanswered = new Set<Promise<unknown>>()
  readonly #savepoints: string[] = []
  #mustWait = false
  #isOver = false
  #failure: unknown
  #failureOfSend: unknown

  constructor(session: Session, { begin, isRead }: Beginning) {
    this.#session = session
    this.#isRead = isRead
    this.begun = session.query(begin, [])
    this.begun.catch(() => undefined)
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return toResult(await this.#ask(query, 'fresh'))
  }

  async executeKept<R>(query: CompiledQuery<R>): Promise<R[]> {
    return toResult<R>(await this.#ask(query, 'kept')).rows
  }

  streamQuery = refuseToStream

  /** For a statement whose answer nobody has to wait for. Should it fail, so does the commit. */
  send(query: Asked, plan: Plan): void {
    // Whoever goes back to a savepoint would undo the statement, or its failure, behind the back of the commit.
    if (this.#savepoints.length > 0) throw new Error('After a savepoint each statement is waited for.')
    const answer = this.#ask(query, plan)
    answer.catch(error => {
      if (this.#tellsSomething(error)) this.#failureOfSend ??= error
    })
  }

  async commit(): Promise<void> {
    await this.begun
    // What the driver refuses by itself the database never hears of; by then it is known.
    if (this.#unanswered.size > 0) await setImmediate()
    if (this.#failureOfSend !== undefined) throw this.#failureOfSend
    const committed = this.#session.query(COMMIT, [])
    this.#isOver = true
    const [outcome] = await Promise.allSettled([committed, ...this.#unanswered])
    if (this.#failureOfSend !== undefined) throw this.#failureOfSend
    if (outcome.status === 'rejected') throw this.#explainCommit(outcome.reason)
  }

  /** Of a look: nothing depends on the answer, and whoever has the session next comes behind it. */
  leave(): void {
    this.#isOver = true
    this.#session.query('commit', []).catch(() => undefined)
  }

  async rollBack(): Promise<void> {
    this.#isOver = true
    await this.#session.query('rollback', []).catch(() => undefined)
  }

  /** The refusal of a statement that came behind the one that failed says nothing by itself. */
  explain(error: unknown): unknown {
    return isSqlState(error, ABORTED) ? (this.#failureOfSend ?? this.#failure ?? error) : error
  }

  #ask(query: Asked, plan: Plan): Promise<QueryAnswer> {
    const answer = this.#carryOut(query, plan)
    this.#unanswered.add(answer)
    const forget = () => this.#unanswered.delete(answer)
    answer.then(forget, forget)
    return answer
  }

  async #carryOut({ sql, parameters }: Asked, plan: Plan): Promise<QueryAnswer> {
    this.#noteSavepoint(sql)
    this.#mustWait ||= !this.#mayLeaveWithBegin(sql)
    if (this.#mustWait) await this.begun
    // Asked here, after the wait: the session may have gone to another tenant.
    if (this.#isOver) throw new Error('A statement came after its transaction had ended, and was not carried out.')
    try {
      const answer = this.#session.query(sql, parameters, plan)
      const [, known] = await Promise.all([this.begun, answer])
      return known
    } catch (error) {
      if (this.#tellsSomething(error)) this.#failure = error
      throw error
    }
  }

  /** A look's query changes nothing, or it would be refused each time. Its answer waits for BEGIN all the same. */
  #mayLeaveWithBegin(sql: string): boolean {
    return this.#isRead && /^\s*(select|with)\b/i.test(sql) && !CHANGES.test(sql)
  }

  #noteSavepoint(sql: string): void {
    const [, verb, name = ''] = /^\s*(savepoint|release)\s+(?:savepoint\s+)?(\S+)/i.exec(sql) ?? []
    if (verb?.toLowerCase() === 'savepoint') this.#savepoints.push(name)
    else if (verb) this.#savepoints.splice(Math.max(0, this.#savepoints.lastIndexOf(name)))
  }

  // Behind a failure a plan may be missing only because the server refused to make it.
  #tellsSomething(error: unknown): boolean {
    return !isSqlState(error, ABORTED) && !(isSqlState(error, UNKNOWN_PLAN) && this.#failure !== undefined)
  }

  #explainCommit(error: unknown): unknown {
    if (!isSqlState(error, ABORTED)) return error
    return new Error('A statement failed and its error was passed over, so nothing of this transaction was stored.', {
      cause: this.#failure,
    })
  }
}
