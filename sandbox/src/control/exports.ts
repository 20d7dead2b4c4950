import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { exportCandidate } from '../behaviours/exports.ts'
import { findMemberByProfileUrl, findMemberBySignInEmail } from '../behaviours/members.ts'
import { findByForeignId } from '../behaviours/provisioning.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { answersWith, takesJson } from './answers.ts'

const orderSchema = z
  .strictObject({
    recruiterEmail: z.string(),
    memberId: z.string().optional(),
    publicProfileUrl: z.string().optional(),
    clientId: z.string().optional(),
    uniqueForeignId: z.string().optional(),
    integrationContext: z.string().optional(),
    externalJobPostingId: z.string(),
    note: z.string().optional(),
  })
  .openapi('ExportOrder')

const exportSchema = z
  .object({
    requestId: z.string(),
    clientId: z.string(),
    integrationContext: z.string(),
    externalJobPostingId: z.string(),
    memberId: z.string(),
    exporterMemberId: z.string(),
    seatId: z.number().int(),
    exportedAt: z.number(),
  })
  .openapi('Export')

export function addExportRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const route = createRoute({
    method: 'post',
    path: '/exports',
    summary: 'Export a member to a job: the same behaviour, and the same refusals, as the button on the profile',
    request: takesJson(orderSchema),
    responses: answersWith(exportSchema, 'Exported; the push is on its way'),
  })
  control.openapi(route, c => c.json(carryOut(sandbox, c.req.valid('json')), 200))
}

function carryOut(sandbox: Sandbox, order: z.infer<typeof orderSchema>) {
  const recruiter = findMemberBySignInEmail(sandbox, order.recruiterEmail)
  if (recruiter === undefined) {
    throw new Refusal(404, 'unknown-recruiter', `Nobody signs in with ${order.recruiterEmail}.`)
  }
  const memberId = order.memberId ?? findMemberByProfileUrl(sandbox, order.publicProfileUrl ?? '')?.memberId
  if (memberId === undefined) throw new Refusal(404, 'unknown-member', 'Give a memberId or a known publicProfileUrl.')
  const clientId = order.clientId ?? findByForeignId(sandbox, order.uniqueForeignId ?? '')?.clientId
  const instance = sandbox.store.integrations.findWhere(
    each =>
      each.clientId === clientId &&
      each.integrationType === 'ONE_CLICK_EXPORT' &&
      (order.integrationContext === undefined || each.integrationContext === order.integrationContext),
  )
  if (instance === undefined) {
    throw new Refusal(404, 'unknown-instance', 'This customer application has not requested one-click export.')
  }
  return exportCandidate(sandbox, {
    recruiterMemberId: recruiter.memberId,
    memberId,
    clientId: instance.clientId,
    integrationContext: instance.integrationContext,
    externalJobPostingId: order.externalJobPostingId,
    note: order.note,
  })
}
