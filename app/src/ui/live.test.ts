import { expect, onTestFinished, test, vi } from 'vitest'
import { isAbout, isConnectionLost, startLive, stopLive, watchConnection } from './live.ts'

const moved = {
  kind: 'application.moved',
  subjectKind: 'application',
  subjectId: 'app_01jd3k5m7n9q2s4u6w8y0a2c4e',
  jobId: 'job_01jd3k5m7n9q2s4u6w8y0a2c4e',
}
const other = 'job_01jd3k5m7n9q2s4u6w8y0a2c4f'

test('an event makes its subject, the lists of its kind and its job stale, and nothing else', () => {
  expect(isAbout(moved, ['application', moved.subjectId])).toBe(true)
  expect(isAbout(moved, ['applications', { stage: 'offer' }])).toBe(true)
  expect(isAbout(moved, ['job', moved.jobId, 'board'])).toBe(true)
  expect(isAbout(moved, ['jobs', { scope: 'mine' }])).toBe(true)
  expect(isAbout(moved, ['job', other, 'board'])).toBe(false)
  expect(isAbout(moved, ['candidate', 'cand_01jd3k5m7n9q2s4u6w8y0a2c4e'])).toBe(false)
})

test('a query without an id follows every event of its kind', () => {
  const on = { kind: 'linkedin.on', subjectKind: 'linkedin', subjectId: 'tenant', jobId: null }
  expect(isAbout(on, ['linkedin', 'connection'])).toBe(true)
  expect(isAbout(on, ['session'])).toBe(false)
})

test('a lost connection is told after a while, and taken back when it is there again', () => {
  const stream = aStream()
  const told = vi.fn()
  onTestFinished(watchConnection(told))
  startLive()
  stream.say('open')
  stream.say('error')
  vi.advanceTimersByTime(3_000)
  stream.say('open')
  vi.advanceTimersByTime(60_000)
  expect(told).not.toHaveBeenCalled()
  // The browser tries again and again; the first failure counts.
  for (let i = 0; i < 3; i++) {
    stream.say('error')
    vi.advanceTimersByTime(3_000)
  }
  expect(told).toHaveBeenCalledOnce()
  expect(isConnectionLost()).toBe(true)
  stream.say('open')
  expect(isConnectionLost()).toBe(false)
})

test('after signing out no lost connection is told', () => {
  const stream = aStream()
  startLive()
  stream.say('error')
  stopLive()
  vi.advanceTimersByTime(60_000)
  expect(isConnectionLost()).toBe(false)
})

function aStream() {
  const streams: EventTarget[] = []
  class Stream extends EventTarget {
    static readonly CLOSED = 2
    readonly readyState = 0
    constructor() {
      super()
      streams.push(this)
    }
    close(): void {}
  }
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
  onTestFinished(() => {
    stopLive()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  return { say: (what: string) => streams.at(-1)?.dispatchEvent(new Event(what)) }
}
