import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { clientTypesFile, renderClientTypes } from './render-client-types.ts'

test('the types of the client are those of the routes; if not: node scripts/run.mjs scripts/client-types.ts', async () => {
  expect(await readFile(clientTypesFile, 'utf8')).toBe(renderClientTypes())
})
