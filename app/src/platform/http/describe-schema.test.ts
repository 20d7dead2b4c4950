import { expect, test } from 'vitest'
import { describeSchema } from './describe-schema.ts'

test.each([
  [{ type: 'string' }, 'string'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
  [{ type: 'string', enum: ['a', 'b'] }, '"a" | "b"'],
  [{ $ref: '#/components/schemas/Session' }, 'Session'],
  [{ type: 'array', items: { type: 'integer' } }, 'list of integer'],
  [{ anyOf: [{ type: 'number' }, { $ref: '#/x/Y' }] }, 'number | Y'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, '{ any name: number }'],
  [{ type: 'object' }, '{}'],
  [{ const: 1 }, '1'],
  [{}, 'anything'],
])('%j is noted as %s', (schema, note) => {
  expect(describeSchema(schema)).toBe(note)
})

test('an object is noted line by line, with what may be left out', () => {
  const schema = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      place: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
    required: ['id'],
  }
  expect(describeSchema(schema)).toBe('{\n  id: string\n  place?: {\n    city: string\n  }\n}')
})
