import net from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fixtureTree } from './checks/fixture-tree.ts'
import { refuseTakenPort, startPart, waitUntilReady } from './parts.mjs'

const ready = 'data:text/plain,ready'

test('a part that is told to stop ends by itself', async () => {
  const part = startPart('part', program("process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)"))
  await waitUntilReady(ready, part)
  expect(part.isRunning()).toBe(true)
  await part.stop()
  expect(part.isRunning()).toBe(false)
})

test('a part that ends by itself says how', async () => {
  const failing = startPart('part', program('process.exit(3)'))
  expect(await failing.ended).toContain('ended with code 3')
  const killed = startPart('part', program("process.kill(process.pid, 'SIGKILL')"))
  expect(await killed.ended).toContain('was ended by SIGKILL')
})

test('waiting for a part that has ended does not go on', async () => {
  const part = startPart('part', program('process.exit(1)'))
  await waitUntilReady('http://127.0.0.1:1/', part)
  expect(part.isRunning()).toBe(false)
})

test('a port that is taken is told with its setting', async () => {
  const holder = net.createServer()
  const port = await new Promise<number>(resolve => {
    holder.listen(0, '127.0.0.1', () => {
      const address = holder.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await expect(refuseTakenPort('127.0.0.1', port, 'LODESTONE_PORT', 'Lodestone')).rejects.toThrow(
    `Port ${port} for Lodestone is in use: stop what uses it, or set LODESTONE_PORT to another port.`,
  )
  await new Promise(resolve => holder.close(resolve))
  await refuseTakenPort('127.0.0.1', port, 'LODESTONE_PORT', 'Lodestone')
})

function program(text: string): string {
  return path.join(fixtureTree({ 'part.mjs': text }), 'part.mjs')
}
