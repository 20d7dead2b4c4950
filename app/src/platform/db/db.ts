import { AsyncLocalStorage } from 'node:async_hooks'
import type { CompiledQuery } from 'kysely'
import { Kysely } from 'kysely'
import { openEmbedded } from './embedded.ts'
import type { Tables } from './generated/tables.ts'
import { SessionsDialect } from './kysely-sessions.ts'
import { OpenTransaction } from './open-transaction.ts'
import type { OutageNews } from './outage-watch.ts'
import { watchOutages } from './outage-watch.ts'
import { openPostgres } from './postgres.ts'
import type { Listener, Plan, SessionLoad, Sessions, Stop } from './session.ts'
import { isSqlState } from './sql-state.ts'
import type { DatabaseUnavailable } from './unavailable.ts'
import { isOutage } from './unavailable.ts'

/** Statements of one transaction. Only `Db` makes one. */
export type Tx = Kysely<Tables>

/** Whose rows a transaction may see: row-level security reads both settings. */
export interface Scope {
  tenantId: string
  userId?: string
}

export interface Db {
  readonly kind: 'embedded' | 'postgres'
  /** A look as the app role: nothing can be changed in it. */
  read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction as the app role, which owns nothing and sees one tenant. */
  transact<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction as the owner, across tenants: sign-in, the queue, the door's first look. */
  transactAsOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Outside any transaction, as the owner: migrations and VACUUM. */
  readonly owner: Kysely<Tables>
  listen(channel: string, listener: Listener): Promise<Stop>
  load(): SessionLoad
  /** Why the database cannot work just now, asked anew. */
  findOutage(): Promise<DatabaseUnavailable | undefined>
  close(): Promise<void>
}

export interface DbOptions {
  /** Set: a PostgreSQL server. Unset: the embedded database. */
  url?: string
  /** Embedded only; unset: in memory. */
  dataDir?: string
  poolSize?: number
  statementTimeoutMs?: number
  onOutage?: OutageNews
  /** Embedded only: what runs in the thread instead, for tests. */
  threadFile?: string
  /** Puts something between the product and its sessions, such as one that writes the statements down. */
  around?: (sessions: Sessions) => Sessions
}

export async function openDb(options: DbOptions): Promise<Db> {
  const statementTimeoutMs = options.statementTimeoutMs ?? 60_000
  const { url, poolSize = 10, onOutage = () => undefined, around = sessions => sessions, ...embedded } = options
  const sessions = url
    ? openPostgres({ url, poolSize, statementTimeoutMs })
    : await openEmbedded({ ...embedded, statementTimeoutMs, prepare: becomeOwner })
  return toDb(around(sessions), onOutage)
}

export const APP_ROLE = 'lodestone_app'
const EMBEDDED_OWNER = 'lodestone_owner'

// PGlite starts as a superuser, whom row-level security does not bind; the owner role stands in for PostgreSQL's.
const becomeOwner = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${EMBEDDED_OWNER}') then
      create role ${EMBEDDED_OWNER};
      create role ${APP_ROLE};
      grant ${APP_ROLE} to ${EMBEDDED_OWNER};
      grant all on schema public to ${EMBEDDED_OWNER};
      execute format('grant create, temporary on database %I to ${EMBEDDED_OWNER}', current_database());
    end if;
  end $$;
  set role ${EMBEDDED_OWNER}`

const inside = new AsyncLocalStorage<true>()

function toDb(sessions: Sessions, onOutage: OutageNews = () => undefined): Db {
  const dialect = new SessionsDialect(sessions)
  const kysely = new Kysely<Tables>({ dialect })
  const props = { config: { dialect }, dialect, driver: dialect.createDriver() }

  const openTx = (transaction: OpenTransaction): Tx => {
    const executor = kysely.getExecutor().withConnectionProvider({ provideConnection: use => use(transaction) })
    const tx = new Kysely<Tables>({ ...props, executor })
    transactions.set(tx, transaction)
    return tx
  }

  const once = <T>({ begin, work, isRead = false }: Errand<T>, progress: Progress): Promise<T> =>
    inside.run(true, async () => {
      const session = await sessions.acquire()
      progress.step = 'begin'
      const transaction = new OpenTransaction(session, { begin, isRead })
      try {
        const begun = transaction.begun.then(() => {
          progress.step = 'work'
        })
        begun.catch(() => undefined)
        const result = await work(openTx(transaction))
        // A session that had died in the pool shows here, while it is certain that nothing was stored.
        await begun
        if (isRead) {
          transaction.leave()
          return result
        }
        progress.step = 'commit'
        await transaction.commit()
        return result
      } catch (error) {
        await transaction.rollBack()
        throw transaction.explain(error)
      } finally {
        session.release()
      }
    })

  const run = async <T>(errand: Errand<T>): Promise<T> => {
    // On the embedded database a second transaction would wait for the first one forever.
    if (inside.getStore()) throw new Error('A transaction was opened inside another one.')
    for (let tries = 1; ; tries++) {
      const progress: Progress = { step: 'connect' }
      try {
        return await once(errand, progress)
      } catch (error) {
        if (tries < TRIES && mayRepeat(error, progress)) continue
        const told = tellOutcome(error, progress)
        watch.note(told)
        throw told
      }
    }
  }

  const watch = watchOutages(() => writeSomething(sessions), onOutage)

  return {
    kind: sessions.kind,
    owner: kysely,
    read: async (scope, work) => run({ begin: beginAsApp(scope, 'begin read only'), work, isRead: true }),
    transact: async (scope, work) => run({ begin: beginAsApp(scope, 'begin'), work }),
    transactAsOwner: work => run({ begin: 'begin', work }),
    listen: (channel, listener) => sessions.listen(channel, listener),
    load: () => sessions.load(),
    findOutage: () => watch.find(),
    close: async () => {
      watch.stop()
      await kysely.destroy()
      await sessions.close()
    },
  }
}

interface Errand<T> {
  begin: string
  work: (tx: Tx) => Promise<T>
  isRead?: boolean
}

const transactions = new WeakMap<Tx, OpenTransaction>()

type Statement<R> = { compile(tx: Tx): CompiledQuery<R> }

/** For a statement whose answer nobody needs: what comes next does not wait for it. Should it fail, nothing is stored. */
export function sendLater(tx: Tx, statement: Statement<unknown>, plan: Plan): void {
  transactionOf(tx).send(statement.compile(tx), plan)
}

/**
 * For a hot statement that finds its rows by keys, whichever they are. A server spends as much time on its plan as on its
 * work, and here keeps the plan for the session. Not for searches: what is best there depends on what is searched for.
 */
export function executeKept<R>(tx: Tx, statement: Statement<R>): Promise<R[]> {
  return transactionOf(tx).executeKept(statement.compile(tx))
}

function transactionOf(tx: Tx): OpenTransaction {
  const transaction = transactions.get(tx)
  if (!transaction) throw new Error('A statement was to be sent outside of a transaction.')
  return transaction
}

const TRIES = 3

/** How far a transaction came, as far as we were told. */
interface Progress {
  step: 'connect' | 'begin' | 'work' | 'commit'
}

/** Only where nothing of the first attempt can have stayed. */
function mayRepeat(error: unknown, { step }: Progress): boolean {
  // The session had died while it waited in the pool.
  if (step === 'begin') return isOutage(error) && error.isSessionLost
  return isSqlState(error, DEADLOCK) || isSqlState(error, SERIALIZATION)
}

/** Without its commit a transaction leaves nothing; with a commit that was sent and not answered, nobody knows. */
function tellOutcome(error: unknown, { step }: Progress): unknown {
  return isOutage(error) ? error.withOutcome(step === 'commit' && error.isSessionLost) : error
}

// A full disk shows itself to whoever needs new pages only. The table goes with the transaction.
async function writeSomething(sessions: Sessions): Promise<void> {
  const session = await sessions.acquire()
  try {
    await session.query(
      'begin; create temporary table lodestone_trial on commit drop as select generate_series(1, 20000)',
      [],
    )
    await session.query('commit', [])
  } catch (error) {
    await session.query('rollback', []).catch(() => undefined)
    throw error
  } finally {
    session.release()
  }
}

// One message: begin, role and both settings. The two values are checked, so they need no parameters.
function beginAsApp(scope: Scope, begin: string): string {
  const tenant = matching(scope.tenantId, /^[0-9a-f-]{36}$/)
  const user = matching(scope.userId ?? '', /^[0-9a-z_]*$/)
  return `${begin}; set local role ${APP_ROLE}; select set_config('app.tenant', '${tenant}', true), set_config('app.user', '${user}', true)`
}

function matching(value: string, pattern: RegExp): string {
  if (!pattern.test(value)) throw new Error('A tenant or user id has a form that no id has.')
  return value
}

const DEADLOCK = '40P01'
const SERIALIZATION = '40001'
