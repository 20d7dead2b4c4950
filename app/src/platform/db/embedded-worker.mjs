// Runs PGlite beside the event loop. Plain JavaScript, because a worker thread is started from a file on disk.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'

const { dataDir, textTypes, numberTypes } = workerData

const parsers = {}
for (const oid of textTypes) parsers[oid] = text => text
for (const oid of numberTypes) parsers[oid] = Number

const database = await PGlite.create({
  ...(dataDir ? { dataDir } : {}),
  extensions: { pg_trgm, unaccent, btree_gin },
  parsers,
})

async function run(text, parameters) {
  if (parameters.length > 0) {
    const answer = await database.query(text, parameters)
    return { rows: answer.rows, affected: answer.affectedRows ?? 0 }
  }
  const answers = await database.exec(text)
  const last = answers[answers.length - 1]
  return { rows: last?.rows ?? [], affected: last?.affectedRows ?? 0 }
}

const unlisten = new Map()

const calls = {
  query: ({ text, parameters }) => run(text, parameters),
  listen: async ({ channel }) => {
    if (unlisten.has(channel)) return
    const stop = await database.listen(channel, payload => parentPort.postMessage({ channel, payload }))
    unlisten.set(channel, stop)
  },
  unlisten: async ({ channel }) => {
    await unlisten.get(channel)?.()
    unlisten.delete(channel)
  },
  close: () => database.close(),
}

parentPort.on('message', async ({ id, call, input }) => {
  try {
    parentPort.postMessage({ id, answer: await calls[call](input) })
  } catch (error) {
    // Structured cloning keeps an error's message only: the SQLSTATE and its details are copied by hand.
    const { message, code, detail, constraint, table, column, hint } = error
    parentPort.postMessage({ id, error: { message, code, detail, constraint, table, column, hint } })
  }
})
parentPort.postMessage({ ready: true })
