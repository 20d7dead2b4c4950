import { z } from 'zod'
import { type Client, sendCall } from './client.ts'
import { buildNotFoundFailure } from './errors.ts'
import { readElements } from './paging.ts'
import { formatFinderQuery } from './restli-key.ts'
import { findFirstText, optionalEpochMs, optionalId, optionalTexts, readObject } from './tolerant-fields.ts'

/**
 * One export of an answer. Only `candidate` and `integrationContext` are anchored in LinkedIn's text, so the rest is read
 * with care: candidate fields nested under `candidate` or flat beside it; the person from `member`, else `personUrn`; the
 * job from `externalJobPostingId`, else `referenceEntityId`; the profile from `publicProfileUrl`, else `profileUrl`; the
 * employers as a list or a single text. What is absent is null. `raw` is the whole element.
 *
 * Source: rsc-recruiter 5.3 (exportedCandidates).
 */
export const exportedCandidateAnswerSchema = z
  .looseObject({ integrationContext: z.string().min(1) })
  .transform(answer => {
    const exporter = readObject(answer.exporter)
    return {
      requestId: optionalId.parse(answer.requestId),
      integrationContext: answer.integrationContext,
      externalJobPostingId: optionalId.parse(answer.externalJobPostingId ?? answer.referenceEntityId),
      exporter: {
        memberUrn: findFirstText(exporter, 'member', 'personUrn'),
        seatUrn: findFirstText(exporter, 'seat'),
        contractUrn: findFirstText(exporter, 'contract'),
      },
      exportedAtMs: optionalEpochMs.parse(answer.exportedAt),
      note: findFirstText(answer, 'note', 'notes'),
      candidate: readCandidate({ ...answer, ...readObject(answer.candidate) }),
      raw: { ...answer },
    }
  })

/** Someone whom a recruiter exported to a job. */
export type ExportedCandidate = z.infer<typeof exportedCandidateAnswerSchema>

/**
 * Fetches the export that a push announced. The caller must check that `integrationContext` belongs to the customer whose
 * callback address was hit, and discard it otherwise.
 *
 * @throws {LinkedInFailure} `notFound` for an unknown or expired request (they seem to live 24 hours).
 * Source: rsc-recruiter 4.3, 4.4 and 5.3.
 */
export async function getExportedCandidate(client: Client, requestId: string): Promise<ExportedCandidate> {
  const query = formatFinderQuery('request', { requestId }, client.protocolVersion)
  const answer = await sendCall(client, { method: 'GET', path: '/exportedCandidates', query })
  const [exported] = readElements(answer, exportedCandidateAnswerSchema)
  if (exported === undefined) throw buildNotFoundFailure(`an export with the request id ${requestId}`)
  return exported
}

function readCandidate(fields: Record<string, unknown>) {
  return {
    personUrn: findFirstText(fields, 'member', 'personUrn'),
    firstName: findFirstText(fields, 'firstName'),
    lastName: findFirstText(fields, 'lastName'),
    headline: findFirstText(fields, 'headline'),
    currentEmployerNames: optionalTexts.parse(fields.currentEmployerNames),
    currentJobTitle: findFirstText(fields, 'currentJobTitle'),
    location: findFirstText(fields, 'location'),
    publicProfileUrl: findFirstText(fields, 'publicProfileUrl', 'profileUrl'),
    emailAddresses: optionalTexts.parse(fields.emailAddresses ?? fields.emailAddress),
  }
}
