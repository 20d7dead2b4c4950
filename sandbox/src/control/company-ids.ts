import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { changeCompanyId } from '../behaviours/company-id.ts'
import type { Sandbox } from '../sandbox.ts'
import { answersWith, takesJson } from './answers.ts'

const orderSchema = z
  .strictObject({
    organization: z.string().openapi({ example: 'urn:li:organization:4102938' }),
    companyId: z.string().openapi({ example: '6001' }),
  })
  .openapi('CompanyIdOrder')

export function addCompanyIdRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const route = createRoute({
    method: 'post',
    path: '/company-ids',
    summary: 'Give a company another id, as in the ATS tab; its access must be off',
    request: takesJson(orderSchema),
    responses: answersWith(z.object({ urn: z.string(), name: z.string() }), 'The company with its new URN'),
  })
  control.openapi(route, c => c.json(changeCompanyId(sandbox, c.req.valid('json')), 200))
}
