import type { ExportedCandidate } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { isEnabled } from './integrations.ts'
import { personUrnFor } from './members.ts'
import { isRequestExpired } from './pushes.ts'

/** What `exportedCandidates?q=request` tells: name, work and address of the profile; never an e-mail address or a phone. */
export function fetchExportedCandidate(sandbox: Sandbox, clientId: string, requestId: string) {
  const exported = sandbox.store.exportedCandidates.find(requestId)
  if (exported?.clientId !== clientId || isRequestExpired(sandbox, exported.exportedAt)) {
    throw new Refusal(404, 'unknown-request', 'no export for this request')
  }
  const { integrationContext } = exported
  if (!isEnabled(sandbox, clientId, { integrationContext, integrationType: 'ONE_CLICK_EXPORT' })) {
    throw new Refusal(403, 'not-enabled', 'Not enough permissions to access: GET /exportedCandidates')
  }
  if (exported.fetchedAt === null) {
    sandbox.store.exportedCandidates.put({ ...exported, fetchedAt: sandbox.clock.now() })
  }
  return describeExport(sandbox, exported)
}

function describeExport(sandbox: Sandbox, exported: ExportedCandidate) {
  const { clientId } = exported
  const member = sandbox.store.members.get(exported.memberId)
  return {
    requestId: exported.requestId,
    integrationContext: exported.integrationContext,
    externalJobPostingId: exported.externalJobPostingId,
    exporter: {
      member: personUrnFor(clientId, exported.exporterMemberId),
      seat: `urn:li:seat:${exported.seatId}`,
      contract: exported.contract,
    },
    exportedAt: exported.exportedAt,
    ...(exported.note === null ? {} : { note: exported.note }),
    candidate: {
      member: personUrnFor(clientId, exported.memberId),
      firstName: member.firstName,
      lastName: member.lastName,
      headline: member.headline,
      currentEmployerNames: member.currentCompanyName === null ? [] : [member.currentCompanyName],
      ...(member.currentJobTitle === null ? {} : { currentJobTitle: member.currentJobTitle }),
      location: member.location,
      publicProfileUrl: member.publicProfileUrl,
    },
  }
}
