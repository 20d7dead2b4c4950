import { isEnabled } from '../../behaviours/integrations.ts'
import { listSeatsForApplication } from '../../behaviours/seats.ts'
import { Refusal } from '../../refusal.ts'
import { refuseAccess } from '../authenticate.ts'
import { project } from '../batch.ts'
import { answerPage, clientIdOf, type Resource, type WireRequest } from '../resource.ts'
import { readParameters } from '../wire-call.ts'

export const seatsV2: Resource = {
  path: 'seatsV2',
  token: 'child',
  quotaName: 'recruiterData',
  methods: { 'finder attributes': listSeats },
}

/** `start` is compulsory. Only contracts whose Recruiter data are open to this application can be asked for. */
function listSeats(request: WireRequest) {
  const parameters = readParameters(request.call)
  if (!/^\d+$/.test(parameters.get('start') ?? '')) {
    throw new Refusal(400, 'missing-parameter', 'Parameter start is required and must be a whole number')
  }
  const contracts = parameters.getAll('contracts').flatMap(readList)
  if (contracts.length === 0 || contracts.some(contract => !/^urn:li:contract:\d+$/.test(contract))) {
    throw new Refusal(400, 'missing-parameter', 'Parameter contracts is required and must hold contract URNs')
  }
  for (const integrationContext of contracts) {
    const key = { integrationContext, integrationType: 'CSA_API' as const }
    if (!isEnabled(request.sandbox, clientIdOf(request), key)) throw refuseAccess(request.call)
  }
  const seats = listSeatsForApplication(request.sandbox, clientIdOf(request), contracts)
  return answerPage(
    request,
    seats.map(seat => project(request.call, seat)),
  )
}

/** Protocol 2.0.0 writes a list as `List(a,b)`. */
function readList(value: string): readonly string[] {
  return /^List\((.*)\)$/.exec(value)?.[1]?.split(',') ?? [value]
}
