import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const caseSchema = z.strictObject({
  name: z.string(),
  message: z.unknown(),
  gives: z.unknown().optional(),
  path: z.string().optional(),
  says: z.string().optional(),
})
const fileSchema = z.record(z.string(), z.strictObject({ valid: z.array(caseSchema), invalid: z.array(caseSchema) }))

const examplesFolder = new URL('./', import.meta.url)
const sourceFolder = new URL('../src/', import.meta.url)
const resources = readdirSync(examplesFolder)
  .filter(file => file.endsWith('.json') && file !== 'signature-vectors.json')
  .map(file => file.replace('.json', ''))

for (const resource of resources) {
  const module: Record<string, unknown> = await import(`../src/${resource}.ts`)
  const examples = fileSchema.parse(readJsonFile(`${resource}.json`))
  for (const [name, { valid, invalid }] of Object.entries(examples)) {
    const schema = module[name]
    if (!(schema instanceof z.ZodType)) throw new Error(`examples/${resource}.json names ${name}, which is no schema`)
    describe(name, () => {
      test.each(valid)('accepts $name', ({ message, gives }) => {
        const parsed = schema.safeParse(expandRepeats(message))
        expect(parsed.error?.issues ?? []).toEqual([])
        if (typeof gives === 'object' && gives !== null) expect(parsed.data).toMatchObject(gives)
        else if (gives !== undefined) expect(parsed.data).toBe(gives)
      })
      test.each(invalid)('refuses $name', ({ message, path, says }) => {
        const issues = schema.safeParse(expandRepeats(message)).error?.issues ?? []
        expect(issues.map(issue => issue.path.join('.'))).toContain(path)
        expect(issues.map(issue => issue.message).join(' ')).toContain(says ?? '')
      })
    })
  }
}

test('every schema has examples, valid and invalid', () => {
  const schemas = readdirSync(sourceFolder)
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap(file => {
      const source = readFileSync(new URL(file, sourceFolder), 'utf8')
      return [...source.matchAll(/export const (\w+Schema)\b/g)].map(([, name]) => `${file.replace('.ts', '')}.${name}`)
    })
  const examples = resources.flatMap(resource =>
    Object.entries(fileSchema.parse(readJsonFile(`${resource}.json`)))
      .filter(([, { valid, invalid }]) => valid.length > 0 && invalid.length > 0)
      .map(([name]) => `${resource}.${name}`),
  )
  expect(schemas.length).toBeGreaterThan(30)
  expect(examples.sort()).toEqual(schemas.sort())
})

function readJsonFile(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, examplesFolder), 'utf8'))
}

/** Long texts are written as `{"$repeat": "d", "times": 25001}`, so that the files stay readable. */
function expandRepeats(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expandRepeats)
  if (typeof value !== 'object' || value === null) return value
  const repeat = z.object({ $repeat: z.string(), times: z.number() }).safeParse(value)
  if (repeat.success) return repeat.data.$repeat.repeat(repeat.data.times)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, expandRepeats(inner)]))
}
