import { expect, test } from 'vitest'
import { checkDependencies } from './check-dependencies.ts'
import { checkDocRefs } from './check-doc-refs.ts'
import { checkMigrations, checksumOf } from './check-migrations.ts'
import { checkNames } from './check-names.ts'
import { checkSizes, longFiles } from './check-sizes.ts'
import { fixtureTree } from './fixture-tree.ts'

test('documents may name only paths, links, commands and settings that exist', () => {
  const root = fixtureTree({
    'package.json': '{ "scripts": { "start": "x", "check": "x" } }',
    'app/src/main.ts': 'read(process.env.LODESTONE_PORT)',
    'docs/words.md': 'See [the readme](../README.md) and [nothing](nowhere.md).',
    'README.md': [
      'Run `npm start`, then `npm run check`. `npm run fly` and LODESTONE_WINGS are not there, LODESTONE_PORT is.',
      'See `app/src/main.ts`, `app/src/*.ts`, `docs/words.md`, `main.ts`, `app/dist/server.js` and `app/src/gone.ts`.',
    ].join('\n'),
  })
  expect(checkDocRefs(root)).toEqual([
    'README.md:2 names `app/src/gone.ts`, which does not exist.',
    'README.md:1 says `npm run fly`, which is no script.',
    'README.md:1 names the setting LODESTONE_WINGS, which nothing reads.',
    'docs/words.md:1 links to nowhere.md, which does not exist.',
  ])
})

test('released migrations stay as they are, and new ones come behind them with numbers of their own', () => {
  const sql = 'create table job (id text);\n'
  const files = (text: string) => ({
    'app/migrations/0001_start.sql': text,
    'app/migrations/released.json': JSON.stringify({ '0001_start': checksumOf(sql) }),
  })
  expect(checkMigrations(fixtureTree(files(sql)))).toEqual([])
  expect(checkMigrations(fixtureTree(files(`${sql}-- edited\n`)))).toEqual([expect.stringContaining('has changed')])
  const released = { 'app/migrations/released.json': '{ "0001_start": "x" }', 'app/migrations/0002_more.sql': sql }
  expect(checkMigrations(fixtureTree(released))).toEqual([expect.stringContaining('was released and is gone')])
  const added = (...names: string[]) => ({
    'app/migrations/0003_start.sql': sql,
    'app/migrations/released.json': JSON.stringify({ '0003_start': checksumOf(sql) }),
    ...Object.fromEntries(names.map(name => [`app/migrations/${name}.sql`, sql])),
  })
  expect(checkMigrations(fixtureTree(added('0006_late', '0004_early')))).toEqual([])
  expect(checkMigrations(fixtureTree(added('0004_one', '0004_other')))).toEqual([
    expect.stringContaining('0004_one.sql shares its number'),
    expect.stringContaining('0004_other.sql shares its number'),
  ])
  expect(checkMigrations(fixtureTree(added('0002_more')))).toEqual([
    expect.stringContaining('comes before a released migration'),
  ])
  expect(checkMigrations(fixtureTree(added('4_short')))).toEqual([expect.stringContaining('four digits')])
})

test('names that say nothing are refused, for files and folders', () => {
  const root = fixtureTree({ 'app/src/utils.ts': '', 'app/src/common/time.ts': '', 'app/src/jobs/jobs.ts': '' })
  expect(checkNames(root)).toEqual([
    expect.stringContaining('lies in “common”'),
    expect.stringContaining('named “utils”'),
  ])
})

test('a long file is split or listed, and the list holds long files only', () => {
  const tree = (lines: number, list: string) => fixtureTree({ 'app/src/a.ts': 'x\n'.repeat(lines), [longFiles]: list })
  expect(checkSizes(tree(400, '{}'))).toEqual([])
  expect(checkSizes(tree(401, '{}'))).toEqual([expect.stringContaining('app/src/a.ts has 401 lines')])
  expect(checkSizes(tree(401, '{ "app/src/a.ts": "a table of words" }'))).toEqual([])
  expect(checkSizes(tree(10, '{ "app/src/a.ts": "a table of words" }'))).toEqual([
    expect.stringContaining('is not long'),
  ])
})

test('versions are exact, nothing runs while it is installed, and the lock file names no registry', () => {
  const none = '{}'
  const root = fixtureTree({
    'package.json': '{ "devDependencies": { "vitest": "^4.0.0", "zod": "4.6.7" } }',
    'rsc/package.json': none,
    'sandbox/package.json': none,
    'app/package.json': none,
    'client/package.json': none,
    'scripts/checks/install-scripts-allowed.json': '{ "node_modules/gone": "was needed" }',
    'package-lock.json': JSON.stringify({
      packages: {
        'node_modules/native': { hasInstallScript: true },
        'node_modules/zod': { resolved: 'https://registry.example/zod.tgz' },
        'node_modules/@lodestone/rsc': { resolved: 'rsc', link: true },
      },
    }),
  })
  expect(checkDependencies(root)).toEqual([
    'package.json asks for vitest ^4.0.0: pin one exact version.',
    expect.stringContaining('node_modules/native wants to run an install script'),
    expect.stringContaining('node_modules/gone is listed'),
    expect.stringContaining('names the registry of node_modules/zod'),
  ])
})
