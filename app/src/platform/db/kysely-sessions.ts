import type {
  CompiledQuery,
  DatabaseConnection,
  DatabaseIntrospector,
  Dialect,
  DialectAdapter,
  Driver,
  Kysely,
  QueryCompiler,
  QueryResult,
} from 'kysely'
import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { QueryAnswer, Session, Sessions } from './session.ts'

/** Lets kysely speak through our sessions, the same way on both databases. */
export class SessionsDialect implements Dialect {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  createDriver(): Driver {
    return new SessionsDriver(this.#sessions)
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler()
  }

  createAdapter(): DialectAdapter {
    return new PostgresAdapter()
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db)
  }
}

class SessionsDriver implements Driver {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    this.#sessions = sessions
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SessionConnection> {
    return new SessionConnection(await this.#sessions.acquire())
  }

  async beginTransaction(connection: SessionConnection): Promise<void> {
    await connection.session.query('begin', [])
  }

  async commitTransaction(connection: SessionConnection): Promise<void> {
    await connection.session.query('commit', [])
  }

  async rollbackTransaction(connection: SessionConnection): Promise<void> {
    await connection.session.query('rollback', [])
  }

  async releaseConnection(connection: SessionConnection): Promise<void> {
    connection.session.release()
  }

  async destroy(): Promise<void> {}
}

class SessionConnection implements DatabaseConnection {
  readonly session: Session

  constructor(session: Session) {
    this.session = session
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return toResult(await this.session.query(query.sql, query.parameters))
  }

  streamQuery = refuseToStream
}

export function toResult<R>({ rows, affected }: QueryAnswer): QueryResult<R> {
  return { rows: rows as R[], numAffectedRows: BigInt(affected) } // kysely's own row type, made from our SQL
}

export function refuseToStream(): never {
  throw new Error('Streaming is not supported: page with a key instead.')
}
