import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../platform/db/db.ts'
import { anotherDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { exportInstance } from './export-instance.ts'
import { importInstance } from './import-instance.ts'
import { fileOf } from './manifest.ts'
import { silent } from './progress.ts'
import { aLargeInstance } from './testing/large-instance.ts'
import { aFolder, contentOf } from './testing/two-databases.ts'

let here: Db
let there: Db
beforeAll(async () => {
  here = await testDatabase()
  there = await anotherDatabase('bulk_property')
}, 120_000)
afterAll(() => there.close())

const CANDIDATES = 6

const text = fc.string({ unit: 'binary', maxLength: 40 }).map(value => `a${value.replaceAll('\0', '')}z`)
const orNothing = fc.option(text, { nil: null })
// Years that a time with a zone can have, to the microsecond.
const moment = fc
  .tuple(fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }), fc.nat(999))
  .map(([at, micros]) => at.toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`))
const anyCandidate = fc.record({
  first_name: text,
  last_name: text,
  headline: orNothing,
  current_title: orNothing,
  current_company: orNothing,
  location: orNothing,
  skills: fc.uniqueArray(text, { maxLength: 4 }),
  created_at: moment,
})
const anyNumber = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat(999_999)).map(both => both.join('.'))
const anyChange = fc.tuple(
  fc.json().filter(json => !json.includes('\\u0000')),
  anyNumber,
)
const anyInstance = fc.record({
  candidates: fc.array(anyCandidate, { minLength: CANDIDATES, maxLength: CANDIDATES }),
  change: anyChange,
})

async function anExport({ candidates, change }: typeof anyInstance extends fc.Arbitrary<infer T> ? T : never) {
  const tenantId = await aLargeInstance(here, CANDIDATES)
  await here.transactAsOwner(async tx => {
    for (const [index, candidate] of candidates.entries()) {
      await tx
        .updateTable('candidate')
        .set({ ...candidate, created_at: sql<Date>`${candidate.created_at}::timestamptz` })
        .where('tenant_id', '=', tenantId)
        .where('id', 'like', `%${index + 1}`)
        .execute()
    }
    const [json, number] = change
    await sql`update event set change = ${`{"json": ${json}, "number": ${number}}`}::jsonb
      where tenant_id = ${tenantId}`.execute(tx)
  })
  const folder = path.join(await aFolder(), 'out')
  await exportInstance(here, { tenantId, folder, progress: silent })
  return { tenantId, folder }
}

const bring = (folder: string) =>
  importInstance(there, {
    folder,
    badRowFile: `${folder}.bad-rows.jsonl`,
    followers: [],
    acceptChanged: true,
    progress: silent,
    now: () => new Date(),
  })

const wordsOf = async (db: Db, tenantId: string) =>
  (await sql`select * from candidate_words where tenant_id = ${tenantId} order by candidate_id`.execute(db.owner)).rows

test('whatever stands in the rows comes back byte by byte, and is found by the same words', async () => {
  await fc.assert(
    fc.asyncProperty(anyInstance, async instance => {
      const { tenantId, folder } = await anExport(instance)
      const outcomes = await bring(folder)
      expect(outcomes.map(outcome => outcome.bad)).toEqual(outcomes.map(() => 0))
      const again = path.join(await aFolder(), 'again')
      await exportInstance(there, { tenantId, folder: again, progress: silent })
      expect(await contentOf(again)).toEqual(await contentOf(folder))
      expect(await wordsOf(there, tenantId)).toEqual(await wordsOf(here, tenantId))
    }),
    { numRuns: 8 },
  )
}, 120_000)

const damages: Record<string, (line: string) => string> = {
  'cut off': line => line.slice(0, -5),
  'a property too many': line => line.replace('{', '{"colour":"red",'),
  'a property too few': line => line.replace('"lastName"', '"surname"'),
  'a wrong type': line => line.replace(/"skills":\[[^\]]*\]/, '"skills":7'),
  'an impossible time': line => line.replace(/"createdAt":"\d{4}-\d\d/, '"createdAt":"2026-13'),
}
const anyDamage = fc.dictionary(fc.nat(CANDIDATES - 1).map(String), fc.constantFrom(...Object.keys(damages)), {
  minKeys: 1,
  maxKeys: CANDIDATES - 1,
})

test('of damaged lines nothing comes in, and of the others everything', async () => {
  await fc.assert(
    fc.asyncProperty(anyDamage, async damage => {
      const { tenantId, folder } = await anExport({ candidates: [], change: ['null', '1'] })
      const lines = (await readFile(fileOf(folder, 'candidates'), 'utf8')).trimEnd().split('\n')
      const damaged = lines.map((line, index) => (damage[index] ? (damages[damage[index]]?.(line) ?? line) : line))
      await writeFile(fileOf(folder, 'candidates'), `${damaged.join('\n')}\n`)
      await bring(folder)
      const good = lines.flatMap((line, index) => (damage[index] ? [] : [(JSON.parse(line) as { id: string }).id]))
      const of = async (query: ReturnType<typeof sql<{ id: string }>>) =>
        (await query.execute(there.owner)).rows.map(row => row.id)
      expect(await of(sql`select id from candidate where tenant_id = ${tenantId} order by id`)).toEqual(good)
      expect(
        await of(sql`select candidate_id as id from candidate_words where tenant_id = ${tenantId} order by 1`),
      ).toEqual(good)
      expect(
        await of(sql`select candidate_id as id from application where tenant_id = ${tenantId} order by 1`),
      ).toEqual(good)
      const listed = (await readFile(`${folder}.bad-rows.jsonl`, 'utf8'))
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as { kind: string; line: number; row: string })
        .filter(row => row.kind === 'candidates')
      expect(listed.map(row => [row.line, row.row])).toEqual(
        damaged.flatMap((line, index) => (damage[index] ? [[index + 1, line]] : [])),
      )
    }),
    { numRuns: 8 },
  )
}, 120_000)
