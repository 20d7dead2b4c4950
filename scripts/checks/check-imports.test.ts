import { expect, test } from 'vitest'
import { checkImports } from './check-imports.ts'
import { fixtureTree } from './fixture-tree.ts'

const empty = 'export const x = 1\n'

/** Each row: the importing file, what it imports, and a word of the sentence that refuses it. */
const refused = [
  ['rsc/src/push.ts', 'undici', 'zod only'],
  ['rsc/src/push.ts', '@lodestone/app/main', 'knows nobody but zod'],
  ['sandbox/src/store.ts', '@lodestone/app/main', 'disagree with the app'],
  ['sandbox/src/store.ts', '@lodestone/rsc/client', 'keeps its own rules'],
  ['sandbox/src/store.ts', '@lodestone/rsc/signature', 'keeps its own rules'],
  ['app/src/main.ts', '@lodestone/sandbox/store', 'over HTTP only'],
  ['app/src/main.ts', '../../scripts/demo.ts', 'stand around it'],
  ['app/src/platform/db/db.ts', '../../hiring/jobs/jobs.ts', 'platform stands below hiring'],
  ['app/src/platform/log.ts', '../ui/theme.ts', 'stand beside each other'],
  ['app/src/hiring/jobs/jobs.ts', '../../linkedin/access/access.ts', 'never heard of LinkedIn'],
  ['app/src/hiring/jobs/jobs.ts', '../../main.ts', 'hiring stands below top'],
  [
    'app/src/linkedin/setup/setup.ts',
    '../in-ats-indicator/indicator.ts',
    'access/, identity/, door/, delivery/ and plugin-frame/',
  ],
  ['app/src/linkedin/setup/setup.ts', '../../recommendations/rank.ts', 'stand beside each other'],
  ['app/src/hiring/jobs/JobPage.tsx', './jobs.ts', 'never verbs or queries'],
  ['app/src/hiring/jobs/JobPage.tsx', './jobs.queries.ts', 'never verbs or queries'],
  ['app/src/hiring/jobs/JobPage.tsx', '../../platform/db/db.ts', 'never verbs or queries'],
  ['app/src/hiring/jobs/JobPage.tsx', '../../linkedin/setup/SetupPage.tsx', 'never heard of LinkedIn'],
  ['app/src/hiring/jobs/jobs.routes.ts', './JobPage.tsx', 'know no screen'],
  ['app/src/hiring/jobs/jobs.test.ts', '../../linkedin/access/access.ts', 'never heard of LinkedIn'],
  ['app/src/hiring/jobs/jobs.test.ts', '@lodestone/sandbox/store', 'over HTTP only'],
  ['app/src/hiring/jobs/jobs.ts', '../../platform/testing/builders.ts', 'for tests only'],
  ['app/src/hiring/jobs/jobs.ts', './gone.ts', 'there is no file'],
] as const

test.each(refused)('%s may not import %s', (file, specifier, reason) => {
  const violations = checkImports(fixtureTree({ ...house, [file]: `import { x } from '${specifier}'\n${empty}` }))
  expect(violations).toEqual([expect.stringContaining(`${file}:1 imports ${specifier}: `)])
  expect(violations[0]).toContain(reason)
})

const allowed = [
  ['rsc/src/push.ts', 'zod'],
  ['rsc/src/push.ts', 'node:crypto'],
  ['rsc/src/push.test.ts', 'fast-check'],
  ['sandbox/src/store.ts', '@lodestone/rsc/push'],
  ['app/src/linkedin/setup/setup.ts', '@lodestone/rsc/push'],
  ['app/src/linkedin/setup/setup.ts', '../access/access.ts'],
  ['app/src/linkedin/setup/setup.ts', '../../hiring/jobs/jobs.ts'],
  ['app/src/linkedin/setup/setup.ts', '../../platform/log.ts'],
  ['app/src/hiring/jobs/JobPage.tsx', './jobs.shapes.ts'],
  ['app/src/hiring/jobs/JobPage.tsx', '../../ui/theme.ts'],
  ['app/src/hiring/jobs/JobPage.tsx', '../../api.ts'],
  ['app/src/ui/theme.ts', '../api.ts'],
  ['app/src/screens.tsx', './linkedin/setup/SetupPage.tsx'],
  ['app/src/main.ts', './routes.ts'],
  ['app/src/hiring/jobs/jobs.test.ts', '../../platform/testing/builders.ts'],
  ['app/src/linkedin/setup/setup.test.ts', '@lodestone/sandbox/store'],
  ['app/src/linkedin/setup/setup.test.ts', '../in-ats-indicator/indicator.ts'],
  ['app/src/linkedin/setup/setup.test.ts', '../../main.ts'],
  ['e2e/world.ts', '@lodestone/sandbox/store'],
] as const

test.each(allowed)('%s may import %s', (file, specifier) => {
  expect(checkImports(fixtureTree({ ...house, [file]: `import { x } from '${specifier}'\n${empty}` }))).toEqual([])
})

test('imports of types, dynamic imports and passed-on exports count like any other', () => {
  const root = fixtureTree({
    ...house,
    'app/src/hiring/jobs/jobs.ts': [
      "import type { A } from '../../linkedin/access/access.ts'",
      "export { x as y } from '../../linkedin/access/access.ts'",
      "export const load = () => import('../../linkedin/access/access.ts')",
    ].join('\n'),
  })
  expect(checkImports(root).map(sentence => sentence.split(' ')[0])).toEqual([
    'app/src/hiring/jobs/jobs.ts:1',
    'app/src/hiring/jobs/jobs.ts:2',
    'app/src/hiring/jobs/jobs.ts:3',
  ])
})

test('a circle is told once, with its way', () => {
  const root = fixtureTree({
    'rsc/src/a.ts': "import { b } from './b.ts'\nexport const a = b\n",
    'rsc/src/b.ts': "import type { C } from './c.ts'\nexport const b = 1\n",
    'rsc/src/c.ts': "import { a } from './a.ts'\nexport type C = typeof a\n",
    'rsc/src/d.ts': "import { a } from './a.ts'\nexport const d = a\n",
  })
  expect(checkImports(root)).toEqual([
    expect.stringMatching(/^rsc\/src\/a\.ts -> rsc\/src\/b\.ts -> rsc\/src\/c\.ts -> rsc\/src\/a\.ts is a circle/),
  ])
})

test.each(["export * from './b.ts'\n", "import { b } from './b.ts'\nexport { b } from './b.ts'\n"])(
  'a barrel is refused: %s',
  text => {
    const violations = checkImports(fixtureTree({ 'rsc/src/a.ts': text, 'rsc/src/b.ts': 'export const b = 1\n' }))
    expect(violations).toEqual([expect.stringContaining('rsc/src/a.ts only passes on')])
  },
)

test('a table is written by one slice only; tests and builders may write anything', () => {
  const insert = "export const add = (tx: Tx) => tx.insertInto('candidate as c').values({})\n"
  const files = {
    'app/migrations/0001_start.sql': 'create table candidate (id text);\ncreate table job (id text);\n',
    'app/src/hiring/candidates/candidates.ts': insert,
    'app/src/hiring/candidates/merge.ts': "export const merge = (tx: Tx) => tx.deleteFrom('candidate')\n",
    'app/src/hiring/candidates/texts.ts': "export const text = 'Update candidate details, or insert into a pool.'\n",
    'app/src/hiring/jobs/jobs.test.ts': insert,
    'app/src/platform/testing/builders.ts': insert,
  }
  expect(checkImports(fixtureTree(files))).toEqual([])

  const inSql = 'export const erase = sql`update candidate set first_name = null`\n'
  expect(checkImports(fixtureTree({ ...files, 'app/src/linkedin/identity/identity.ts': inSql }))).toEqual([
    'The table candidate is written in app/src/hiring/candidates/candidates.ts:1 and ' +
      'app/src/linkedin/identity/identity.ts:1: one slice owns a table, others call its verbs.',
  ])
})

const house = Object.fromEntries(
  [
    'rsc/src/push.ts',
    'rsc/src/client.ts',
    'rsc/src/signature.ts',
    'sandbox/src/store.ts',
    'scripts/demo.ts',
    'app/src/api.ts',
    'app/src/main.ts',
    'app/src/routes.ts',
    'app/src/platform/log.ts',
    'app/src/platform/testing/builders.ts',
    'app/src/platform/db/db.ts',
    'app/src/ui/theme.ts',
    'app/src/hiring/jobs/jobs.ts',
    'app/src/hiring/jobs/jobs.queries.ts',
    'app/src/hiring/jobs/jobs.shapes.ts',
    'app/src/hiring/jobs/JobPage.tsx',
    'app/src/linkedin/access/access.ts',
    'app/src/linkedin/in-ats-indicator/indicator.ts',
    'app/src/linkedin/setup/SetupPage.tsx',
    'app/src/recommendations/rank.ts',
  ].map(file => [file, empty]),
)
