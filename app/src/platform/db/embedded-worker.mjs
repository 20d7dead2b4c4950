// Runs PGlite beside the event loop. Plain JavaScript, because a worker thread is started from a file on disk.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'

// A database that cannot write its log goes round in circles and never answers, so a failed write is told at once.
const { writeSync } = fs
fs.writeSync = (...parameters) => {
  try {
    return writeSync(...parameters)
  } catch (error) {
    parentPort.postMessage({ failedWrite: error.code ?? 'unknown' })
    throw error
  }
}
syncBuiltinESMExports()

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

const IN_FAILED_TRANSACTION = '25P02'

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
    const isBroken = await hasBroken(error)
    parentPort.postMessage({ id, error: { message, code, detail, constraint, table, column, hint }, isBroken })
  }
})

// PostgreSQL gives a reason with a SQLSTATE and goes on. Anything else may be the end of its program: an abort after a full
// disk, a trap. Then it answers nothing more, not even this.
async function hasBroken(error) {
  if (error.severity === 'FATAL' || error.severity === 'PANIC') return true
  if (/^[0-9A-Z]{5}$/.test(error.code ?? '')) return false
  try {
    await database.query('select 1')
    return false
  } catch (next) {
    return next.code !== IN_FAILED_TRANSACTION
  }
}

parentPort.postMessage({ ready: true })
