// The embedded database's thread on a disk that fails as long as a file beside the data directory says so: `grow` lets
// only what is there be written again, as a full disk does, and `write` lets nothing be written.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { workerData } from 'node:worker_threads'

const sign = `${workerData.dataDir}.disk`

function refuse(fd, end) {
  if (!fs.existsSync(sign)) return
  const fails = fs.readFileSync(sign, 'utf8')
  if (fails === 'grow' && fs.fstatSync(fd).size >= end) return
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
}

const { writeSync } = fs
fs.writeSync = (fd, buffer, offset, length, position) => {
  refuse(fd, (position ?? 0) + (length ?? 0))
  return writeSync(fd, buffer, offset, length, position)
}
syncBuiltinESMExports()

await import('../db/embedded-worker.mjs')
