import { expect, test } from 'vitest'
import { typeOf, writeTypes } from './openapi-types.ts'

test.each([
  [{ type: 'string' }, 'string'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ type: 'integer' }, 'number'],
  [{ type: 'string', enum: ['a', 'b'] }, '"a" | "b"'],
  [{ const: 'x' }, '"x"'],
  [{ $ref: '#/components/schemas/Job' }, "components['schemas']['Job']"],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [{ allOf: [{ $ref: '#/x/A' }, { type: 'string' }] }, "(components['schemas']['A']) & (string)"],
  [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
  [
    { type: 'object', properties: { a: { type: 'string' }, 'b-c': {} }, required: ['a'] },
    "{ 'a': string; 'b-c'?: unknown }",
  ],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
  [{}, 'unknown'],
])('%j becomes %s', (schema, type) => {
  expect(typeOf(schema)).toBe(type)
})

test('an operation keeps its parameters apart, and which of them are needed', () => {
  const text = writeTypes({
    paths: {
      '/jobs/{id}': {
        post: {
          summary: 'Changes',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } },
          ],
          requestBody: { required: true, content: { 'application/json': { schema: { type: 'string' } } } },
          responses: { 204: {}, default: { content: { 'application/problem+json': { schema: {} } } } },
        },
      },
    },
  })
  expect(text).toContain(
    "parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }",
  )
  expect(text).toContain("requestBody: { content: { 'application/json': string } }")
  expect(text).toContain('204: { headers: { [name: string]: unknown }; content?: never }')
  expect(text).toContain('    get?: never')
})
