import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { listContractsOfOrganization } from '../behaviours/contracts.ts'
import {
  type AccessRow,
  disableAccess,
  enableAccess,
  listRequestedKeys,
  notifyPartner,
  readAccessRow,
  requestIntegrations,
  spellOutKey,
} from '../behaviours/integrations.ts'
import { findMemberBySignInEmail } from '../behaviours/members.ts'
import { findByForeignId } from '../behaviours/provisioning.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { answersWith, takesJson } from './answers.ts'

const orderSchema = z
  .strictObject({
    action: z.enum(['request', 'notify', 'enable', 'disable']),
    uniqueForeignId: z.string().optional(),
    clientId: z.string().optional(),
    level: z.enum(['company', 'contract']),
    organization: z.string().optional().openapi({ example: 'urn:li:organization:4102938' }),
    contract: z.string().optional().openapi({ example: 'urn:li:contract:771203' }),
    byEmail: z.string().optional().openapi({ description: 'Who does it; without it nobody is checked' }),
  })
  .openapi('IntegrationOrder')

const rowSchema = z.object({
  status: z.enum(['NONE', 'REQUESTED', 'PARTNER_READY', 'ENABLED', 'DISABLED']),
  integrationName: z.string().nullable(),
  blockedBecause: z.string().nullable(),
})

const outcomeSchema = z
  .object({
    clientId: z.string(),
    /** What the plugin's callback would be called with. */
    keys: z.array(
      z.object({
        integrationContext: z.string(),
        integrationType: z.string(),
        tenantType: z.literal('RECRUITER'),
        dataProvider: z.literal('ATS'),
      }),
    ),
    company: rowSchema,
    contract: rowSchema,
  })
  .openapi('IntegrationOutcome')

export function addIntegrationRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const route = createRoute({
    method: 'post',
    path: '/integrations',
    summary: 'Request (and notify) as in the plugin, enable and disable as in the ATS tab',
    request: takesJson(orderSchema),
    responses: answersWith(outcomeSchema, 'Both rows as they are now'),
  })
  control.openapi(route, c => c.json(carryOut(sandbox, c.req.valid('json')), 200))
}

function carryOut(sandbox: Sandbox, order: z.infer<typeof orderSchema>): z.infer<typeof outcomeSchema> {
  const row = readRow(sandbox, order)
  if (order.action === 'request') requestIntegrations(sandbox, row)
  if (order.action === 'notify') notifyPartner(sandbox, row)
  if (order.action === 'enable') enableAccess(sandbox, row)
  if (order.action === 'disable') disableAccess(sandbox, row)
  const describe = (level: AccessRow['level']) => {
    const { status, integrationName, obstacle } = readAccessRow(sandbox, { ...row, level })
    return { status, integrationName, blockedBecause: obstacle?.sentence ?? null }
  }
  return {
    clientId: row.clientId,
    keys: listRequestedKeys(sandbox, row).map(spellOutKey),
    company: describe('company'),
    contract: describe('contract'),
  }
}

function readRow(sandbox: Sandbox, order: z.infer<typeof orderSchema>): AccessRow & { byMemberId?: string } {
  const clientId = order.clientId ?? findByForeignId(sandbox, order.uniqueForeignId ?? '')?.clientId
  if (clientId === undefined) {
    throw new Refusal(404, 'unknown-application', 'Give the uniqueForeignId or the clientId of a customer application.')
  }
  const contract = order.contract ?? listContractsOfOrganization(sandbox, order.organization ?? '')[0]?.urn
  if (contract === undefined) {
    throw new Refusal(400, 'no-contract', 'Give a contract, or an organization that has one.')
  }
  const row = { clientId, level: order.level, contract }
  if (order.byEmail === undefined) return row
  const member = findMemberBySignInEmail(sandbox, order.byEmail)
  if (member === undefined) throw new Refusal(404, 'unknown-member', `Nobody signs in with ${order.byEmail}.`)
  return { ...row, byMemberId: member.memberId }
}
