import { z } from 'zod'
import { SESSION_COOKIE } from '../auth/session-cookie.ts'
import type { Router } from './router.ts'

export type ApiDocument = ReturnType<Router['getOpenAPI31Document']>

const VERSION = '0.1.0'

/** OpenAPI 3.1, made from the same schemas that check each request. */
export function apiDocument(routes: Router): ApiDocument {
  const document = routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Lodestone',
      version: VERSION,
      description:
        'Names are in camelCase, absent values are explicit nulls, times are ISO 8601 in UTC, and ids are opaque. ' +
        'Lists answer data, hasNext and next; send next back to read on. A refusal is application/problem+json.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
  })
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An API token, ls_…, made under Admin > API tokens. The words beside it are the scopes it needs.',
        },
      },
    },
  }
}

export interface ApiOperation {
  tag: string
  method: string
  path: string
  summary: string
  description: string | undefined
  isPublic: boolean
  /** What a token needs; undefined where no token is let in. */
  scope: string | undefined
  parameters: { name: string; place: string; isRequired: boolean; schema: unknown }[]
  body: unknown
  answers: { status: string; description: string; schema: unknown }[]
}

/** The document's operations in the order of their declaration, with only what the page shows. */
export function listOperations(document: ApiDocument): ApiOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(pathSchema.parse(item)).map(([method, operation]) => ({
      tag: operation.tags[0] ?? 'Other',
      method,
      path,
      summary: operation.summary,
      description: operation.description,
      isPublic: operation.security?.length === 0,
      scope: operation.security?.find(one => one.token)?.token?.[0],
      parameters: operation.parameters.map(({ name, in: place, required, schema }) => ({
        name,
        place,
        isRequired: required,
        schema,
      })),
      body: operation.requestBody && firstSchema(operation.requestBody.content),
      answers: Object.entries(operation.responses).map(([status, { description, content }]) => ({
        status,
        description,
        schema: content && firstSchema(content),
      })),
    })),
  )
}

const contentSchema = z.record(z.string(), z.object({ schema: z.unknown() }))

const pathSchema = z.record(
  z.string(),
  z.object({
    tags: z.array(z.string()).default([]),
    summary: z.string().default(''),
    description: z.string().optional(),
    security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
    parameters: z
      .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: z.unknown() }))
      .default([]),
    requestBody: z.object({ content: contentSchema }).optional(),
    responses: z.record(z.string(), z.object({ description: z.string(), content: contentSchema.optional() })),
  }),
)

function firstSchema(content: z.infer<typeof contentSchema>): unknown {
  return Object.values(content)[0]?.schema
}
