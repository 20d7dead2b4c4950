import { expect, test } from 'vitest'
import { demandSame, RuleBroken, waitUntil } from './demand.ts'

test('what differs is said on both sides', () => {
  demandSame('the stage', { expected: { a: [1] }, actual: { a: [1] } })
  const differ = () => demandSame('the stage', { expected: 'Prospect', actual: undefined })
  expect(differ).toThrow(new RuleBroken({ expected: 'the stage is "Prospect"', actual: 'it is undefined' }))
})

test('waiting ends as soon as it is right', async () => {
  let looks = 0
  const seen = await waitUntil('three looks', {
    withinMs: 5_000,
    see: async () => ++looks,
    isRight: count => count === 3,
    tell: count => `${count} looks`,
  })
  expect(seen).toBe(3)
})

test('waiting in vain tells what was seen last', async () => {
  const wait = waitUntil('the job is offered', {
    withinMs: 0,
    see: async () => ['TV-1'],
    isRight: jobs => jobs.includes('TV-2'),
    tell: jobs => `it offers ${jobs}`,
  })
  await expect(wait).rejects.toMatchObject({
    expected: 'the job is offered',
    actual: 'it offers TV-1, also after 0 seconds',
  })
})
