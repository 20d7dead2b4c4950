import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { postToDoor } from './ats-door.ts'
import { demand } from './demand.ts'
import { advanceClock } from './exam-clock.ts'
import { explainFailure } from './report.ts'
import type { Exam, Rule } from './rule.ts'
import { runRules } from './run-rules.ts'
import { fakeDriver } from './testing/fake-driver.ts'

let world: Connected
beforeEach(async () => {
  world = await startConnected('company')
})
afterEach(() => world.stop())

function aRule(id: string, run: (exam: Exam) => Promise<void>): Rule {
  return { id, title: `Rule ${id}`, source: 'a test', run }
}

const kept = async () => undefined
const broken = async () => demand(false, { expected: 'one candidate', actual: 'there are two' })

function tryRules(rules: readonly Rule[], ids: readonly string[] = []) {
  const { customer, receiver, running } = world
  const application = { clientId: customer.clientId }
  const driver = fakeDriver({ application, clientSecret: customer.clientSecret, callbackUrl: receiver.url })
  return runRules({ sandboxUrl: running.url, driver, rules, ids })
}

test('a broken step ends its rule and no other', async () => {
  const rules = [
    aRule('A', async exam => {
      await exam.step('first', kept)
      await exam.step('second', broken)
      await exam.step('third', kept)
    }),
    aRule('B', async exam => exam.step('only', kept)),
  ]
  const [a, b] = await tryRules(rules)
  expect(a).toMatchObject({
    passed: false,
    steps: [
      { name: 'first', broken: null },
      { name: 'second', broken: { expected: 'one candidate', actual: 'there are two' } },
    ],
  })
  expect(a && explainFailure(a)).toBe('A, "second": expected: one candidate; actual: there are two')
  expect(b).toMatchObject({ passed: true, steps: [{ name: 'only', broken: null }] })
})

test('an error of the driver, between steps too, breaks the rule', async () => {
  const fail = () => Promise.reject(new Error('The ATS answered 500.'))
  const rules = [
    aRule('A', async exam => exam.step('only', fail)),
    aRule('B', async exam => {
      await exam.step('first', kept)
      await fail()
    }),
  ]
  const results = await tryRules(rules)
  expect(results.map(result => result.passed)).toEqual([false, false])
  expect(results.map(result => result.steps.at(-1)?.broken?.actual)).toEqual([
    'The ATS answered 500.',
    'The ATS answered 500.',
  ])
})

test('a rule that checks nothing has not passed', async () => {
  const [result] = await tryRules([aRule('A', async () => {})])
  expect(result?.passed).toBe(false)
  expect(result && explainFailure(result)).toBe('A has no steps.')
})

test('rules are chosen by id; an unknown one is answered with the list', async () => {
  const rules = ['TC6', 'S-02', 'S-05'].map(id => aRule(id, async exam => exam.step('only', kept)))
  expect((await tryRules(rules, ['s-05', ' TC6'])).map(result => result.rule.id)).toEqual(['TC6', 'S-05'])
  await expect(tryRules(rules, ['TC6', 'TC99'])).rejects.toThrow(
    'There is no executable rule TC99. These can be tried: TC6, S-02, S-05.',
  )
})

test("the evidence holds the calls of this rule only, the exam's own included, by time", async () => {
  const { customer } = world
  const read = () => customer.call('GET /v2/atsIntegrations?q=request&requestId=1')
  await read()
  const [first, second] = await tryRules([
    aRule('A', async exam => {
      await exam.step('only', async () => {
        await read()
        await postToDoor(exam, { body: '{}', signature: null })
      })
    }),
    aRule('B', async exam => void (await exam.step('only', read))),
  ])
  expect(first?.calls).toMatchObject([
    { who: 'ATS to LinkedIn', method: 'GET', path: '/v2/atsIntegrations', query: 'q=request&requestId=1' },
    { who: 'exam to ATS', method: 'POST', path: world.receiver.url, status: 200 },
  ])
  expect(second?.calls).toMatchObject([{ who: 'ATS to LinkedIn' }])
  expect(world.receiver.pushes.at(-1)).toEqual({ signature: undefined, contentType: 'application/json', body: '{}' })
})

test('afterwards faults are off, the clock is back, and all tidying is done, the last thing first', async () => {
  const { running } = world
  const done: string[] = []
  const [result] = await tryRules([
    aRule('A', async exam => {
      exam.tidyUp(async () => done.push('first'))
      exam.tidyUp(() => Promise.reject(new Error('The job could not be closed.')))
      exam.tidyUp(async () => done.push('last'))
      await exam.sandbox.addFault({ on: 'push', kind: 'lost' })
      await exam.step('a day later', () => advanceClock(exam, 24 * 3_600_000))
      await exam.step('broken', broken)
    }),
  ])
  expect(done).toEqual(['last', 'first'])
  expect(result?.leftBehind).toEqual(['The job could not be closed.'])
  expect(running.sandbox.faults.list()).toEqual([])
  expect(Math.abs(running.clock.now() - Date.now())).toBeLessThan(2_000)
})

test('without the application, and without a sandbox, one sentence says what to do', async () => {
  const rules = [aRule('A', async exam => exam.step('only', kept))]
  const driver = fakeDriver({ application: { uniqueForeignId: 'tenant-xx' } })
  await expect(runRules({ sandboxUrl: world.running.url, driver, rules })).rejects.toThrow(
    /has no customer application tenant-xx\. Set up the connection in your ATS first/,
  )
  await expect(runRules({ sandboxUrl: 'http://127.0.0.1:9', driver, rules })).rejects.toThrow(
    'There is no sandbox at http://127.0.0.1:9. Start one with: npm run sandbox',
  )
})
