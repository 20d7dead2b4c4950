import { expect, test } from 'vitest'
import { isAbout } from './live.ts'

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
