import type { ExportedCandidate } from '@lodestone/rsc/exported-candidates'
import type { Logger } from 'pino'
import { addApplication } from '../../hiring/applications/applications.ts'
import { addCandidate, enrichCandidate } from '../../hiring/candidates/candidates.ts'
import { crashPoint } from '../../platform/crash-point.ts'
import type { Work } from '../../platform/work.ts'
import { findAccess } from '../access/access.queries.ts'
import { settlePush } from '../door/pushes.ts'
import { wasErasedSince } from '../identity/erased-persons.ts'
import { linkCandidate, recordDoubt } from '../identity/link-candidate.ts'
import type { Match } from '../identity/match-candidate.ts'
import { matchCandidate } from '../identity/match-candidate.ts'
import { admitExport, findPlace } from './admit-export.ts'
import type { ExportedPerson } from './exported-person.ts'
import { asNewCandidate, readExportedPerson } from './exported-person.ts'
import type { Fetched } from './fetch-export.ts'
import type { NewReceipt } from './write-receipt.ts'
import { writeReceipt } from './write-receipt.ts'

interface ExportToSettle {
  push: { type: 'EXPORT_CANDIDATE_PROFILE'; requestId: string }
  fetched: Fetched
  receivedAt: Date
}

/** Everything that an export changes here, in the caller's transaction. */
export async function settleExport(
  work: Work,
  log: Logger,
  { push, fetched, receivedAt }: ExportToSettle,
): Promise<void> {
  const base = { requestId: push.requestId, receivedAt }
  if (!fetched.ok) {
    await writeReceipt(work, { ...base, outcome: 'failed', cause: fetched.cause })
    return settlePush(work, push, { state: 'failed', reason: fetched.reason })
  }
  const { exported } = fetched
  if (!(await isOurs(work, exported))) {
    log.warn({ tenantId: work.tenantId, requestId: push.requestId }, 'export of another company discarded')
    return settlePush(work, push, { state: 'discarded', reason: 'The export belongs to another company at LinkedIn.' })
  }
  const receipt = { ...base, ...describe(exported) }
  const person = readExportedPerson(exported)
  if (!person) {
    const place = await findPlace(work.tx, work.tenantId, exported)
    await writeReceipt(work, { ...receipt, ...place, outcome: 'failed', cause: 'unreadable' })
    return settlePush(work, push, { state: 'failed', reason: 'The export does not say who the person is.' })
  }
  await writeReceipt(work, {
    ...receipt,
    ...(await takeIn(work, { exported, exportedAt: receipt.exportedAt ?? receivedAt, person })),
  })
  return settlePush(work, push, { state: 'done' })
}

type Arrival = Pick<
  NewReceipt,
  | 'outcome'
  | 'cause'
  | 'personName'
  | 'personUrn'
  | 'raw'
  | 'jobId'
  | 'exporterUserId'
  | 'candidateId'
  | 'applicationId'
>

/** What is not written down of somebody who has been erased since he was exported. */
const nobody = { personName: null, personUrn: null, raw: undefined }

async function takeIn(
  work: Work,
  { exported, exportedAt, person }: { exported: ExportedCandidate; exportedAt: Date; person: ExportedPerson },
): Promise<Arrival> {
  const admission = await admitExport(work.tx, work.tenantId, exported)
  const known = { personName: person.name, jobId: admission.jobId, exporterUserId: admission.exporterUserId }
  if (!admission.admitted) return { ...known, outcome: 'refused', cause: admission.cause }
  if (await wasErasedSince(work, person.at.personUrn, exportedAt))
    return { ...known, ...nobody, outcome: 'refused', cause: 'personErased' }
  const { candidateId, isNew } = await findOrAddCandidate(work, person)
  const application = await addApplication(work, {
    jobId: admission.jobId,
    candidateId,
    as: 'prospect',
    source: 'linkedin',
    sourceUserId: admission.exporterUserId,
  })
  const arrival = { ...known, candidateId, applicationId: application.id }
  if (application.alreadyThere) return { ...arrival, outcome: 'joined', cause: 'alreadyOnJob' }
  if (isNew) return { ...arrival, outcome: 'arrived' }
  // What people here have typed or emptied stays as it is.
  await enrichCandidate(work, candidateId, { values: person.fields, origin: originOf(work, person) })
  return { ...arrival, outcome: 'joined' }
}

async function findOrAddCandidate(
  work: Work,
  person: ExportedPerson,
): Promise<{ candidateId: string; isNew: boolean }> {
  const match = await matchCandidate(work, person.at)
  crashPoint('export:after-match')
  if (match.kind === 'none' || match.kind === 'doubtful') {
    return { candidateId: await addLinkedCandidate(work, person, match), isNew: true }
  }
  const { candidateId } = match
  if (match.kind !== 'linked') await linkCandidate(work, { person: person.at, candidateId, linkedBy: match.kind })
  return { candidateId, isNew: false }
}

async function addLinkedCandidate(
  work: Work,
  person: ExportedPerson,
  match: Extract<Match, { kind: 'none' | 'doubtful' }>,
): Promise<string> {
  const { id } = await addCandidate(work, asNewCandidate(person), originOf(work, person))
  await linkCandidate(work, { person: person.at, candidateId: id, linkedBy: 'export' })
  if (match.kind === 'doubtful') await recordDoubt(work, { candidateId: id, person: person.at, match })
  return id
}

function originOf(work: Work, person: ExportedPerson) {
  return { kind: 'linkedin', by: person.at.personUrn, at: work.now.toISOString() } as const
}

/** The second check of a push: what was fetched must be about the company whose address was called. */
async function isOurs(work: Work, exported: ExportedCandidate): Promise<boolean> {
  const access = await findAccess(work.tx, work.tenantId)
  return access !== undefined && exported.integrationContext === access.organizationUrn
}

function describe(exported: ExportedCandidate) {
  return {
    personName: [exported.candidate.firstName, exported.candidate.lastName].filter(Boolean).join(' ') || null,
    personUrn: exported.candidate.personUrn,
    jobReference: exported.externalJobPostingId,
    exporterUrn: exported.exporter.memberUrn ?? exported.exporter.seatUrn,
    exportedAt: exported.exportedAtMs === null ? null : new Date(exported.exportedAtMs),
    raw: exported.raw,
  }
}
