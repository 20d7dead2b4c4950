import fc from 'fast-check'

export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

type Any = fc.Arbitrary<unknown>

/** Values that fit a schema of the API document; ids of the world go wherever any text fits. */
export function fitting(schema: JsonSchema, ids: fc.Arbitrary<string>): Any {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(choice => fitting(choice, ids)))
  const types = [schema.type ?? []].flat()
  return types.length === 0 ? fc.jsonValue() : fc.oneof(...types.map(type => fittingType(type, schema, ids)))
}

function fittingType(type: string, schema: JsonSchema, ids: fc.Arbitrary<string>): Any {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return fc.integer({ min: clamp(schema.minimum, -1e9), max: clamp(schema.maximum, 1e9) })
    case 'array':
      return fc.array(fitting(schema.items ?? {}, ids), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 6),
      })
    case 'object':
      return fittingObject(schema, ids)
    default:
      return fittingText(schema, ids)
  }
}

function fittingObject({ properties = {}, required = [] }: JsonSchema, ids: fc.Arbitrary<string>): Any {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fitting(one, ids)]))
  return fc.record(fields, { requiredKeys: required.filter(name => name in fields) })
}

function fittingText(schema: JsonSchema, ids: fc.Arbitrary<string>): Any {
  if (schema.format === 'email') return fc.emailAddress()
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'date-time') return fc.date({ noInvalidDate: true }).map(date => date.toISOString())
  if (schema.format === 'uri') return fc.webUrl()
  const minLength = schema.minLength ?? 0
  const text = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(schema.maxLength ?? 40, minLength + 40) })
  return fc.oneof({ weight: 2, arbitrary: ids }, { weight: 3, arbitrary: text })
}

/** What people and programs send by mistake or on purpose. */
export const odd: Any = fc.oneof(
  fc.constantFrom(null, '', ' ', 0, -1, 1e21, true, [], {}, '\u0000', 'a\u0000b', '\ud800', '%', "'; --", '../..'),
  fc.constantFrom('x'.repeat(5_000), Number.MAX_SAFE_INTEGER, '2026-13-45T99:99:99Z', '9'.repeat(30), [[[]]]),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** One thing about it is wrong: a field is missing, is something odd, or is one too many. */
export function nearly(valid: Any): Any {
  return fc.tuple(valid, odd, fc.nat(), fc.constantFrom('drop', 'spoil', 'add')).map(([value, wrong, at, how]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong
    const entries = Object.entries(value)
    if (how === 'add' || entries.length === 0) return { ...value, surplus: wrong }
    const place = at % entries.length
    const changed = entries.map(([name, old], i) => [name, i === place ? wrong : old] as const)
    return Object.fromEntries(how === 'drop' ? entries.filter((_, i) => i !== place) : changed)
  })
}

function clamp(limit: number | undefined, otherwise: number): number {
  return limit === undefined || Math.abs(limit) > 1e9 ? otherwise : limit
}
