import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../paths.ts'
import { lockDataDirectory } from './data-directory-lock.ts'

let holderScript: string

beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-lock-'))
  const build = await rolldown({
    input: path.join(projectRoot, 'app/src/platform/db/data-directory-lock.ts'),
    platform: 'node',
  })
  await build.write({ file: path.join(folder, 'lock.mjs'), format: 'esm' })
  await build.close()
  holderScript = path.join(folder, 'hold.mjs')
  await writeFile(
    holderScript,
    `import { lockDataDirectory } from './lock.mjs'
     lockDataDirectory(process.argv[2]).then(() => { console.log('held'); setInterval(() => {}, 1000) },
       error => { console.log('refused: ' + error.message); process.exit(3) })`,
  )
})

async function lockFile(): Promise<string> {
  return path.join(await mkdtemp(path.join(os.tmpdir(), 'lodestone-lock-')), 'db.lock')
}

function hold(file: string) {
  const child = spawn(process.execPath, [holderScript, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = once(child.stdout, 'data').then(([data]) => String(data).trim())
  return { child, said }
}

test('a second process on the same directory is turned away with a sentence', async () => {
  const file = await lockFile()
  const first = hold(file)
  expect(await first.said).toBe('held')
  const second = hold(file)
  expect(await second.said).toMatch(
    new RegExp(`refused: .* is in use by process ${first.child.pid}\\..*LODESTONE_DATA_DIR`),
  )
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
})

test('the lock of a killed process is taken over', async () => {
  const file = await lockFile()
  const first = hold(file)
  await first.said
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = hold(file)
  expect(await second.said).toBe('held')
  second.child.kill('SIGKILL')
})

test('of ten processes that find a dead lock at once, exactly one gets it', async () => {
  const file = await lockFile()
  await writeFile(file, JSON.stringify({ pid: 2 ** 22 - 1, startedAt: 'long ago', token: 'dead' }))
  const ten = Array.from({ length: 10 }, () => hold(file))
  const said = await Promise.all(ten.map(one => one.said))
  expect(said.filter(word => word === 'held')).toHaveLength(1)
  for (const one of ten) one.child.kill('SIGKILL')
})

test('a process number that was given out again does not keep the lock', async () => {
  const file = await lockFile()
  await writeFile(file, JSON.stringify({ pid: process.pid, startedAt: 'another boot', token: 'old' }))
  const unlock = await lockDataDirectory(file)
  await unlock()
  await expect(readFile(file)).rejects.toThrow('ENOENT')
})
