interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
}

type Content = Record<string, { schema?: Schema }>

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: { content: Content; required?: boolean }
  responses: Record<string, { content?: Content }>
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
const places = ['query', 'header', 'path', 'cookie']

/** The interfaces `paths` and `components` in the form that openapi-fetch reads. */
export function writeTypes(document: object): string {
  const { paths = {}, components = {} } = document as {
    paths?: Record<string, Record<string, Operation>>
    components?: { schemas?: Record<string, Schema> }
  } // an OpenAPI 3.1 document
  const lines = [
    '// Written by scripts/client-types.ts from the API document; never by hand.',
    'export interface paths {',
    ...Object.entries(paths).flatMap(([address, item]) => writePath(address, item)),
    '}',
    'export interface components {',
    '  schemas: {',
    ...Object.entries(components.schemas ?? {}).map(([name, schema]) => `    ${name}: ${typeOf(schema)}`),
    '  }',
    '}',
  ]
  return `${lines.join('\n')}\n`
}

function writePath(address: string, item: Record<string, Operation>): string[] {
  return [
    `  ${quote(address)}: {`,
    '    parameters: { query?: never; header?: never; path?: never; cookie?: never }',
    ...methods.flatMap(method => {
      const operation = item[method]
      return operation ? writeOperation(method, operation) : [`    ${method}?: never`]
    }),
    '  }',
  ]
}

function writeOperation(method: string, operation: Operation): string[] {
  const content = operation.requestBody && contentOf(operation.requestBody.content)
  const isNeeded = operation.requestBody?.required === true
  return [
    ...(operation.summary ? [`    /** ${operation.summary} */`] : []),
    `    ${method}: {`,
    `      parameters: { ${places.map(place => parametersIn(place, operation)).join('; ')} }`,
    content ? `      requestBody${isNeeded ? '' : '?'}: { content: ${content} }` : '      requestBody?: never',
    '      responses: {',
    ...Object.entries(operation.responses).map(
      ([status, response]) =>
        `        ${status}: { headers: { [name: string]: unknown }; content${response.content ? `: ${contentOf(response.content)}` : '?: never'} }`,
    ),
    '      }',
    '    }',
  ]
}

function parametersIn(place: string, operation: Operation): string {
  const there = (operation.parameters ?? []).filter(parameter => parameter.in === place)
  if (there.length === 0) return `${place}?: never`
  const isNeeded = there.some(parameter => parameter.required)
  const fields = there.map(
    ({ name, required, schema }) => `${quote(name)}${required ? '' : '?'}: ${typeOf(schema ?? {})}`,
  )
  return `${place}${isNeeded ? '' : '?'}: { ${fields.join('; ')} }`
}

function contentOf(content: Content): string {
  const kinds = Object.entries(content).map(([kind, { schema }]) => `${quote(kind)}: ${typeOf(schema ?? {})}`)
  return `{ ${kinds.join('; ')} }`
}

export function typeOf(schema: Schema): string {
  if (schema.$ref) return `components['schemas'][${quote(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1))}]`
  if (schema.enum) return oneOf(schema.enum.map(value => JSON.stringify(value)))
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return oneOf(choices.map(typeOf))
  if (schema.allOf) return schema.allOf.map(part => `(${typeOf(part)})`).join(' & ')
  const types = [schema.type ?? []].flat()
  return types.length === 0 ? 'unknown' : oneOf(types.map(type => plainType(type, schema)))
}

function plainType(type: string, schema: Schema): string {
  if (type === 'integer') return 'number'
  if (type === 'array') return `(${typeOf(schema.items ?? {})})[]`
  return type === 'object' ? objectType(schema) : type
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${quote(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  if (fields.length > 0) return `{ ${fields.join('; ')} }`
  return `Record<string, ${typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'}>`
}

function oneOf(types: string[]): string {
  return [...new Set(types)].join(' | ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`
}
