import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Listener, Plan, Session, Sessions, Stop } from './session.ts'
import { parsers } from './session.ts'
import { isSqlState, UNKNOWN_PLAN } from './sql-state.ts'
import { explainNoSession, explainOutage } from './unavailable.ts'

for (const [oid, parse] of Object.entries(parsers)) pg.types.setTypeParser(Number(oid), parse)

const BIGINT_LIST: number = 1016
pg.types.setTypeParser(BIGINT_LIST, text => JSON.parse(`[${text.slice(1, -1).replaceAll('NULL', 'null')}]`))

export interface PostgresOptions {
  url: string
  poolSize: number
  statementTimeoutMs: number
}

const VANISHED_AFTER_MS = 5_000

export function openPostgres(options: PostgresOptions): Sessions {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    statement_timeout: options.statementTimeoutMs,
    // The server ends what takes too long; one that has vanished from the network ends nothing.
    query_timeout: options.statementTimeoutMs + VANISHED_AFTER_MS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A statement leaves without waiting for the answers to those before it.
    pipeline: true,
  })
  // An idle session that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  // The same for one that breaks between two hands, when neither the pool nor a borrower listens to it.
  pool.on('connect', client => client.on('error', () => undefined))
  pool.on('connect', withoutCompiler)
  const listeners = new Set<Stop>()
  return {
    kind: 'postgres',
    acquire: async () => {
      const client = await pool.connect().catch(error => {
        throw explainNoSession(error)
      })
      return toSession(client)
    },
    listen: async (channel, listener) => {
      const stop = await listenOnOwnSession(options.url, channel, listener)
      listeners.add(stop)
      return async () => {
        listeners.delete(stop)
        await stop()
      }
    },
    load: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      await Promise.all([...listeners].map(stop => stop()))
      await pool.end()
    },
  }
}

/**
 * A server compiles a statement that it expects to be long, which takes 300 ms where a search over rare words then takes one.
 * Nothing here runs long enough to earn that back. It comes before whatever the borrower asks.
 */
function withoutCompiler(client: pg.PoolClient): void {
  client.query('set jit = off').catch(() => undefined)
}

function toSession(client: pg.PoolClient): Session {
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  const ask = async (text: string, parameters: readonly unknown[], plan: Plan) => {
    try {
      if (parameters.length === 0) return await client.query(text)
      const name = plan === 'kept' ? { name: nameOf(text) } : {}
      return await client.query({ text, values: [...parameters], ...name })
    } catch (error) {
      const outage = explainOutage(error)
      // The pool hears of the break only after it may have lent the session to somebody else.
      if (outage?.isSessionLost) broken = outage
      else if (error instanceof Error && isPlanInDoubt(error, plan)) broken = error
      throw outage ?? error
    }
  }
  return {
    query: async (text, parameters, plan = 'fresh') => {
      const answer = await ask(text, parameters, plan)
      // Several statements in one text answer as a list; the last one counts.
      const last = Array.isArray(answer) ? answer[answer.length - 1] : answer
      return { rows: last.rows, affected: last.rowCount ?? 0 }
    },
    release: () => {
      client.off('error', onError)
      client.release(broken)
    },
  }
}

/** The driver and the server no longer agree on which plans the session has, and would not until it ends. */
function isPlanInDoubt(error: Error, plan: Plan): boolean {
  return isSqlState(error, UNKNOWN_PLAN) || (plan === 'kept' && !(error instanceof pg.DatabaseError))
}

const names = new Map<string, string>()

/** The server knows a kept plan by a name, and a name stands for one text. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `kept_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}

const RECONNECT_MS = 1_000

async function listenOnOwnSession(url: string, channel: string, listener: Listener): Promise<Stop> {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  // A failed attempt is told twice, by the rejection and by the client's end: one timer, whoever comes first.
  const reconnectSoon = () => {
    if (!stopped) timer ??= setTimeout(reconnect, RECONNECT_MS)
  }
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    next.on('notification', message => listener.onMessage(message.payload ?? ''))
    next.on('error', () => undefined)
    try {
      await next.connect()
      await next.query(`listen ${next.escapeIdentifier(channel)}`)
    } catch (error) {
      next.end().catch(() => undefined)
      throw error
    }
    if (stopped) return next.end()
    client = next
    next.on('end', reconnectSoon)
  }
  const reconnect = () => {
    timer = undefined
    connect().then(() => listener.onCatchUp(), reconnectSoon)
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end()
  }
}
