import { expect, test } from 'vitest'
import { checkStrings } from './check-strings.ts'
import { fixtureTree } from './fixture-tree.ts'

test.each([
  ['app/src/main.ts', "fetch('/_sandbox/reset')"],
  ['rsc/src/a.test.ts', "test.only('a', () => {})"],
  ['rsc/src/a.test.ts', "describe.skip('a', () => {})"],
  ['e2e/a.test.ts', 'await page.waitForTimeout(5)'],
  ['e2e/a.test.ts', 'await new Promise(done => setTimeout(done, 500))'],
  ['rsc/src/a.ts', '// @ts-ignore'],
  ['rsc/src/a.ts', '// biome-ignore lint: because'],
  ['rsc/src/a.ts', 'const a = b as any'],
  ['rsc/src/a.ts', 'function a(b: any) {}'],
  ['rsc/src/a.ts', '// TODO later'],
  ['docs/a.md', 'see /home/anna/lodestone'],
])('%s may not say %s', (file, text) => {
  expect(checkStrings(fixtureTree({ [file]: text }))).toEqual([expect.stringContaining(`${file}:1 says`)])
})

test('the same words are fine where they mean something else', () => {
  const root = fixtureTree({
    'sandbox/src/main.ts': "app.route('/_sandbox', controls)",
    'rsc/src/a.ts': '/** Not any of these: anything, many. */\nconst onlySome = list.skip(1)\n',
  })
  expect(checkStrings(root)).toEqual([])
})
