import { expect, test } from 'vitest'
import { createClock } from './clock.ts'

test('advance runs timers in order, each at its own moment', async () => {
  const clock = createClock()
  clock.freeze()
  const start = clock.now()
  const seen: Array<[string, number]> = []
  clock.schedule('late', start + 500, () => void seen.push(['late', clock.now() - start]))
  clock.schedule('early', start + 100, () => {
    seen.push(['early', clock.now() - start])
    clock.schedule('follow-up', clock.now() + 50, () => void seen.push(['follow-up', clock.now() - start]))
  })
  await clock.advance(1_000)
  expect(seen).toEqual([
    ['early', 100],
    ['follow-up', 150],
    ['late', 500],
  ])
  expect(clock.now() - start).toBe(1_000)
})

test('advance waits for a timer that takes its time before the next one starts', async () => {
  const clock = createClock()
  clock.freeze()
  const seen: string[] = []
  clock.schedule('slow', clock.now() + 1, async () => {
    await new Promise(resolve => setImmediate(resolve))
    seen.push('slow ended')
  })
  clock.schedule('next', clock.now() + 2, () => void seen.push('next'))
  await clock.advance(5)
  expect(seen).toEqual(['slow ended', 'next'])
})

test('a frozen clock stands still and a released one goes on from there', () => {
  const clock = createClock({ position: { offsetMs: 0, frozenAt: 1_000 } })
  expect(clock.now()).toBe(1_000)
  clock.unfreeze()
  expect(clock.now()).toBeLessThan(60_000)
})

test('a running clock lets timers go off by itself', async () => {
  const clock = createClock()
  await new Promise<void>(resolve => clock.schedule('soon', clock.now() + 5, resolve))
  expect(clock.listTimers()).toEqual([])
})

test('a timer with the same key replaces the first, and a cancelled one never runs', async () => {
  const clock = createClock()
  clock.freeze()
  const seen: number[] = []
  clock.schedule('a', clock.now() + 1, () => void seen.push(1))
  clock.schedule('a', clock.now() + 1, () => void seen.push(2))
  clock.schedule('b', clock.now() + 1, () => void seen.push(3))
  clock.cancel('b')
  await clock.advance(10)
  expect(seen).toEqual([2])
})

test('a failing timer is reported and stops nothing', async () => {
  const failures: string[] = []
  const clock = createClock({ onTimerError: key => failures.push(key) })
  clock.freeze()
  let hasRun = false
  clock.schedule('bad', clock.now() + 1, () => Promise.reject(new Error('no')))
  clock.schedule('good', clock.now() + 2, () => {
    hasRun = true
  })
  await clock.advance(5)
  expect([failures, hasRun]).toEqual([['bad'], true])
})

test('moving backwards runs nothing', async () => {
  const clock = createClock()
  clock.freeze()
  const start = clock.now()
  clock.schedule('a', start + 10, () => {
    throw new Error('ran')
  })
  await clock.moveTo(start - 1_000)
  expect(clock.now()).toBe(start - 1_000)
  expect(clock.listTimers()).toHaveLength(1)
})
