import { expect, test } from 'vitest'
import { compareFiles } from './judge-import.ts'

const wanted = new Map([
  ['jobs.jsonl', '{"id":"a"}\n{"id":"b"}\n'],
  ['users.jsonl', '{"id":"u"}\n'],
])

test('an instance that came in and went out unchanged has no problem', () => {
  expect(compareFiles(wanted, new Map(wanted))).toEqual([
    { about: 'imported jobs.jsonl' },
    { about: 'imported users.jsonl' },
  ])
})

test.each([
  ['a lost row', '{"id":"a"}\n', 'has 1 rows instead of 2, the first other one in line 2'],
  ['a row twice', '{"id":"a"}\n{"id":"b"}\n{"id":"b"}\n', 'has 3 rows instead of 2, the first other one in line 3'],
  ['a changed row', '{"id":"x"}\n{"id":"b"}\n', 'has 2 rows instead of 2, the first other one in line 1'],
])('the checker sees %s', (_what, jobs, problem) => {
  expect(compareFiles(wanted, new Map([...wanted, ['jobs.jsonl', jobs]]))[0]?.problem).toBe(problem)
})

test('the checker sees a file that is missing and one from nowhere', () => {
  const seen = new Map([
    ['users.jsonl', '{"id":"u"}\n'],
    ['more.jsonl', ''],
  ])
  expect(compareFiles(wanted, seen).map(verdict => verdict.problem)).toEqual([
    'is lost',
    'comes from nowhere',
    undefined,
  ])
})
