import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import pg from 'pg'
import type { Statement } from './statements.ts'

/** A driver and nothing else: each statement is sent, and its answer awaited, before the next. */
export interface BareDriver {
  run(user: number, statements: readonly Statement[]): Promise<void>
  close(): Promise<void>
}

/** One connection for each user. */
export async function bareServer(url: string, users: number): Promise<BareDriver> {
  const clients = Array.from({ length: users }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map(client => client.connect()))
  // As the product's own sessions.
  await Promise.all(clients.map(client => client.query('set jit = off')))
  return {
    run: async (user, statements) => {
      const client = clients[user]
      for (const { text, parameters } of statements) {
        await (parameters.length > 0 ? client?.query(text, [...parameters]) : client?.query(text))
      }
    },
    close: async () => {
      await Promise.all(clients.map(client => client.end()))
    },
  }
}

/** One session, in this process; users wait for each other's transactions. */
export async function bareEmbedded(dataDir: string): Promise<BareDriver> {
  const database = await PGlite.create({ dataDir, extensions: { pg_trgm, unaccent, btree_gin } })
  await database.exec('set role lodestone_owner')
  let line: Promise<unknown> = Promise.resolve()
  return {
    run: (_user, statements) => {
      const turn = line.then(async () => {
        for (const { text, parameters } of statements) {
          await (parameters.length > 0 ? database.query(text, [...parameters]) : database.exec(text))
        }
      })
      line = turn.catch(() => undefined)
      return turn
    },
    close: () => database.close(),
  }
}
