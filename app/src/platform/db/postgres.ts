import pg from 'pg'
import type { Listener, Session, Sessions, Stop } from './session.ts'
import { parsers } from './session.ts'

for (const [oid, parse] of Object.entries(parsers)) pg.types.setTypeParser(Number(oid), parse)

const BIGINT_LIST: number = 1016
pg.types.setTypeParser(BIGINT_LIST, text => JSON.parse(`[${text.slice(1, -1).replaceAll('NULL', 'null')}]`))

export interface PostgresOptions {
  url: string
  poolSize: number
  statementTimeoutMs: number
}

export function openPostgres(options: PostgresOptions): Sessions {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    statement_timeout: options.statementTimeoutMs,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // An idle session that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const listeners = new Set<Stop>()
  return {
    kind: 'postgres',
    acquire: async () => toSession(await pool.connect()),
    listen: async (channel, listener) => {
      const stop = await listenOnOwnSession(options.url, channel, listener)
      listeners.add(stop)
      return async () => {
        listeners.delete(stop)
        await stop()
      }
    },
    close: async () => {
      await Promise.all([...listeners].map(stop => stop()))
      await pool.end()
    },
  }
}

function toSession(client: pg.PoolClient): Session {
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  return {
    query: async (text, parameters) => {
      const answer = parameters.length === 0 ? await client.query(text) : await client.query(text, [...parameters])
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
