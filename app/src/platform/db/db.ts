import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, Kysely } from 'kysely'
import { openEmbedded } from './embedded.ts'
import type { Tables } from './generated/tables.ts'
import { SessionsDialect } from './kysely-sessions.ts'
import { openPostgres } from './postgres.ts'
import type { Listener, Sessions, Stop } from './session.ts'

/** Statements of one transaction. Only `Db` makes one. */
export type Tx = Kysely<Tables>

/** Whose rows a transaction may see: row-level security reads both settings. */
export interface Scope {
  tenantId: string
  userId?: string
}

export interface Db {
  readonly kind: 'embedded' | 'postgres'
  /** One transaction as the app role, which owns nothing and sees one tenant. */
  transact<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction as the owner, across tenants: sign-in, the queue, the door's first look. */
  transactAsOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Outside any transaction, as the owner: migrations and VACUUM. */
  readonly owner: Kysely<Tables>
  listen(channel: string, listener: Listener): Promise<Stop>
  close(): Promise<void>
}

export interface DbOptions {
  /** Set: a PostgreSQL server. Unset: the embedded database. */
  url?: string
  /** Embedded only; unset: in memory. */
  dataDir?: string
  poolSize?: number
  statementTimeoutMs?: number
}

export async function openDb(options: DbOptions): Promise<Db> {
  const statementTimeoutMs = options.statementTimeoutMs ?? 60_000
  const sessions = options.url
    ? openPostgres({ url: options.url, poolSize: options.poolSize ?? 10, statementTimeoutMs })
    : await openEmbedded({ ...(options.dataDir ? { dataDir: options.dataDir } : {}), statementTimeoutMs })
  if (sessions.kind === 'embedded') await becomeOwner(sessions)
  return toDb(sessions)
}

export const APP_ROLE = 'lodestone_app'
const EMBEDDED_OWNER = 'lodestone_owner'

// PGlite starts as a superuser, whom row-level security does not bind; the owner role stands in for PostgreSQL's.
async function becomeOwner(sessions: Sessions): Promise<void> {
  const session = await sessions.acquire()
  try {
    await session.query(
      `do $$ begin
         if not exists (select from pg_roles where rolname = '${EMBEDDED_OWNER}') then
           create role ${EMBEDDED_OWNER};
           create role ${APP_ROLE};
           grant ${APP_ROLE} to ${EMBEDDED_OWNER};
           grant all on schema public to ${EMBEDDED_OWNER};
           execute format('grant create, temporary on database %I to ${EMBEDDED_OWNER}', current_database());
         end if;
       end $$;
       set role ${EMBEDDED_OWNER}`,
      [],
    )
  } finally {
    session.release()
  }
}

const inside = new AsyncLocalStorage<true>()

function toDb(sessions: Sessions): Db {
  const kysely = new Kysely<Tables>({ dialect: new SessionsDialect(sessions) })

  const run = async <T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
    // On the embedded database a second transaction would wait for the first one forever.
    if (inside.getStore()) throw new Error('A transaction was opened inside another one.')
    return inside.run(true, () =>
      kysely.connection().execute(async connection => {
        try {
          await connection.executeQuery(CompiledQuery.raw(begin))
          const result = await work(connection)
          await connection.executeQuery(CompiledQuery.raw('commit'))
          return result
        } catch (error) {
          await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
          throw error
        }
      }),
    )
  }

  return {
    kind: sessions.kind,
    owner: kysely,
    transact: (scope, work) => retryingDeadlocks(() => run(beginAsApp(scope), work)),
    transactAsOwner: work => retryingDeadlocks(() => run('begin', work)),
    listen: (channel, listener) => sessions.listen(channel, listener),
    close: async () => {
      await kysely.destroy()
      await sessions.close()
    },
  }
}

// One round trip: begin, role and both settings. The two values are checked, so they need no parameters.
function beginAsApp(scope: Scope): string {
  const tenant = matching(scope.tenantId, /^[0-9a-f-]{36}$/)
  const user = matching(scope.userId ?? '', /^[0-9a-z_]*$/)
  return `begin; set local role ${APP_ROLE}; select set_config('app.tenant', '${tenant}', true), set_config('app.user', '${user}', true)`
}

function matching(value: string, pattern: RegExp): string {
  if (!pattern.test(value)) throw new Error('A tenant or user id has a form that no id has.')
  return value
}

const DEADLOCK = '40P01'
const SERIALIZATION = '40001'

async function retryingDeadlocks<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === 3 || !(isSqlState(error, DEADLOCK) || isSqlState(error, SERIALIZATION))) throw error
    }
  }
}

export function isSqlState(error: unknown, state: string): boolean {
  return error instanceof Error && 'code' in error && error.code === state
}
