import { z } from 'zod'

type JsonSchema = z.infer<typeof schemaSchema>

const schemaSchema = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  additionalProperties: z.unknown().optional(),
})

/** A JSON schema as a person would note it down: `{ id: string, stage: "new" | "hired" }`. */
export function describeSchema(schema: unknown, indent = ''): string {
  const parsed = schemaSchema.safeParse(schema)
  return parsed.success ? describe(parsed.data, indent) : 'anything'
}

function describe(schema: JsonSchema, indent: string): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map(choice => describeSchema(choice, indent)).join(' | ')
  if (schema.allOf) return schema.allOf.map(part => describeSchema(part, indent)).join(' & ')
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (types.length === 0) return 'anything'
  return types.map(type => describeType(type, schema, indent)).join(' | ')
}

function describeType(type: string, schema: JsonSchema, indent: string): string {
  if (type === 'array') return `list of ${describeSchema(schema.items, indent)}`
  if (type === 'object') return describeObject(schema, indent)
  if (type === 'string' && schema.format) return `string (${schema.format})`
  return type
}

function describeObject(schema: JsonSchema, indent: string): string {
  const properties = Object.entries(schema.properties ?? {})
  if (properties.length === 0)
    return schema.additionalProperties ? `{ any name: ${describeSchema(schema.additionalProperties, indent)} }` : '{}'
  const inner = `${indent}  `
  const lines = properties.map(([name, property]) => {
    const isOptional = !schema.required.includes(name)
    return `${inner}${name}${isOptional ? '?' : ''}: ${describeSchema(property, inner)}`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}
