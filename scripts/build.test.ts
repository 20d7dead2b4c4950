import { rmSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isStale } from './build.mjs'
import { fixtureTree } from './checks/fixture-tree.ts'

const sources = ['app/src', 'app/index.html']

test('what is built stays until a source is newer, removed, or the packages change', () => {
  const root = fixtureTree({
    'app/src/jobs/jobs.ts': '',
    'app/src/jobs/jobs.test.ts': '',
    'app/src/gone.ts': '',
    'package-lock.json': '{}',
  })
  const set = (file: string, seconds: number) => utimesSync(path.join(root, file), seconds, seconds)
  const everything = ['app/src/jobs/jobs.ts', 'app/src/jobs/jobs.test.ts', 'app/src/gone.ts', 'app/src/jobs', 'app/src']
  expect(isStale(root, 'dist/out.js', sources)).toBe(true)

  for (const file of [...everything, 'package-lock.json']) set(file, 1_000)
  const built = fixtureTree({ 'out.js': '' })
  const out = path.relative(root, path.join(built, 'out.js'))
  utimesSync(path.join(built, 'out.js'), 2_000, 2_000)
  expect(isStale(root, out, sources)).toBe(false)

  set('app/src/jobs/jobs.test.ts', 3_000)
  expect(isStale(root, out, sources)).toBe(false)
  set('app/src/jobs/jobs.ts', 3_000)
  expect(isStale(root, out, sources)).toBe(true)
  set('app/src/jobs/jobs.ts', 1_000)
  set('package-lock.json', 3_000)
  expect(isStale(root, out, sources)).toBe(true)
  set('package-lock.json', 1_000)
  expect(isStale(root, out, sources)).toBe(false)
  rmSync(path.join(root, 'app/src/gone.ts'))
  expect(isStale(root, out, sources)).toBe(true)
})
