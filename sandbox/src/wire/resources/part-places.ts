import { applicationKeySchema } from '@lodestone/rsc/ats-applications'
import { candidateKeySchema } from '@lodestone/rsc/ats-candidates'
import type { ApplicationPlace, CandidatePlace } from '../../synced-records.ts'
import { readPathKey } from '../batch.ts'
import { clientIdOf, type WireRequest } from '../resource.ts'

/** The application in `atsApplications/{key}/...`. */
export function readApplicationPlace(request: WireRequest): ApplicationPlace {
  const { atsJobApplicationId, integrationContext } = readPathKey(applicationKeySchema, segmentOf(request))
  return { clientId: clientIdOf(request), integrationContext, atsJobApplicationId }
}

/** The candidate in `atsCandidates/{key}/...`. */
export function readCandidatePlace(request: WireRequest): CandidatePlace {
  const { atsCandidateId, integrationContext } = readPathKey(candidateKeySchema, segmentOf(request))
  return { clientId: clientIdOf(request), integrationContext, atsCandidateId }
}

function segmentOf({ call }: WireRequest) {
  return { call, segment: call.segments[1] ?? '' }
}
