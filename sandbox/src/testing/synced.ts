import { type Customer, organization } from './customer.ts'
import type { Answer } from './wire-call.ts'

/** What an ATS writes about its candidates, spelled by hand. */

type Entities = Readonly<Record<string, unknown>>

export const candidateKey = (id: string) => `atsCandidateId=${id}&dataProvider=ATS&integrationContext=${organization}`
export const applicationKey = (id: string) =>
  `atsJobApplicationId=${id}&dataProvider=ATS&integrationContext=${organization}`

/** The key as an answer spells it. */
export const answerKey = (key: string) => key.replaceAll(':', '%3A')

/** `ids[0].part=value&...` */
export function spellIds(keys: readonly string[]): string {
  return keys.flatMap((key, at) => key.split('&').map(pair => `ids[${at}].${pair}`)).join('&')
}

export function putApplications(customer: Customer, entities: Entities): Promise<Answer> {
  return putKeyed(customer, 'atsApplications', entities, applicationKey)
}

export function putCandidates(customer: Customer, entities: Entities): Promise<Answer> {
  return putKeyed(customer, 'atsCandidates', entities, candidateKey)
}

export function deleteApplications(customer: Customer, ...ids: string[]): Promise<Answer> {
  return customer.call(`DELETE /v2/atsApplications?${spellIds(ids.map(applicationKey))}`)
}

export function deleteCandidates(customer: Customer, ...ids: string[]): Promise<Answer> {
  return customer.call(`DELETE /v2/atsCandidates?${spellIds(ids.map(candidateKey))}`)
}

/** `path` such as `atsApplications/{key}/notes`. */
export function putParts(customer: Customer, path: string, entities: Entities): Promise<Answer> {
  const ids = Object.keys(entities).map(id => `ids=${id}`)
  return customer.call(`PUT /v2/${path}?${ids.join('&')}`, {
    headers: { 'x-restli-method': 'batch_update' },
    json: { entities },
  })
}

export function deleteParts(customer: Customer, path: string, ...ids: string[]): Promise<Answer> {
  return customer.call(`DELETE /v2/${path}?${ids.map(id => `ids=${id}`).join('&')}`)
}

export const stagesOf = (id: string) => `atsApplications/${applicationKey(id)}/stages`
export const notesOf = (id: string) => `atsApplications/${applicationKey(id)}/notes`
export const feedbackOf = (id: string) => `atsApplications/${applicationKey(id)}/interviewFeedback`
export const candidateNotesOf = (id: string) => `atsCandidates/${candidateKey(id)}/notes`

export function aCandidate(changes: Entities = {}): Entities {
  return {
    atsCreatedAt: 1_735_776_000_000,
    atsLastModifiedAt: 1_735_862_400_000,
    firstName: 'Lotte',
    lastName: 'Verbeek',
    emailAddresses: ['lotte@elsewhere.example'],
    externalProfileUrl: 'https://hiring.tulpenveld.example/candidates/C-1',
    addresses: [],
    phoneNumbers: [],
    ...changes,
  }
}

export function anApplication(changes: Entities = {}): Entities {
  return {
    atsCandidateId: 'C-1',
    atsJobPostingId: 'TV-1012',
    atsJobPostingName: 'Data engineer',
    atsCreatedAt: 1_735_776_000_000,
    atsLastModifiedAt: 1_735_862_400_000,
    firstName: 'Lotte',
    lastName: 'Verbeek',
    ...changes,
  }
}

export function aNote(changes: Entities = {}): Entities {
  return {
    atsCreatedAt: 1_736_035_200_000,
    note: 'Available from March.',
    author: { firstName: 'Ilse', lastName: 'Bakker' },
    ...changes,
  }
}

export function aStage(stage: string, atsCreatedAt: number): Entities {
  return { atsCreatedAt, stage }
}

export function someFeedback(changes: Entities = {}): Entities {
  return {
    atsCreatedAt: 1_736_208_000_000,
    interviewType: 'ONSITE',
    feedback: 'Calm under pressure.',
    interviewer: { firstName: 'Joris', lastName: 'Smit' },
    evaluations: [{ attribute: 'Planning', result: '5/5' }],
    ...changes,
  }
}

function putKeyed(customer: Customer, resource: string, entities: Entities, keyOf: (id: string) => string) {
  const ids = Object.keys(entities)
  return customer.call(`PUT /v2/${resource}?${spellIds(ids.map(keyOf))}`, {
    headers: { 'x-restli-method': 'batch_update' },
    json: { entities: Object.fromEntries(ids.map(id => [keyOf(id), entities[id]])) },
  })
}
