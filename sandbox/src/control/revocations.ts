import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { revokeTokens } from '../behaviours/oauth.ts'
import { findByForeignId } from '../behaviours/provisioning.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { answersWith, takesJson } from './answers.ts'

const orderSchema = z
  .strictObject({
    clientId: z.string().optional(),
    uniqueForeignId: z.string().optional(),
    memberId: z.string().optional(),
  })
  .openapi('RevocationOrder')

export function addRevocationRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const route = createRoute({
    method: 'post',
    path: '/revocations',
    summary: 'Revoke the tokens of an application, all of them or those that one member gave it',
    request: takesJson(orderSchema),
    responses: answersWith(z.object({ revoked: z.number().int() }), 'How many tokens were revoked'),
  })
  control.openapi(route, c => {
    const order = c.req.valid('json')
    const clientId = order.clientId ?? findByForeignId(sandbox, order.uniqueForeignId ?? '')?.clientId
    if (clientId === undefined || sandbox.store.applications.find(clientId) === undefined) {
      throw new Refusal(404, 'unknown-application', 'Give the clientId or the uniqueForeignId of an application.')
    }
    return c.json({ revoked: revokeTokens(sandbox, clientId, order.memberId) }, 200)
  })
}
