import { z } from 'zod'
import { type Client, sendCall } from './client.ts'
import { type Page, readPage } from './paging.ts'
import { formatFinderQuery } from './restli-key.ts'
import { optionalId, optionalText, optionalTexts } from './tolerant-fields.ts'
import { buildSeatUrn } from './urns.ts'

/** The states of a seat. `UNKNOWN` stands for a word that we do not know; use `ACTIVE` seats only. Source: rsc-recruiter 8.1. */
export const seatStates = ['ACTIVE', 'INACTIVE', 'INVITED', 'PARKED', 'UNKNOWN'] as const

/** One of {@link seatStates}. */
export type SeatState = (typeof seatStates)[number]

/** The default number of seats on a page, when `count` is absent. Source: rsc-recruiter 8.1. */
export const seatsDefaultCount = 10

const seatsPageCount = 50

/**
 * The query of a seats call. `start` is compulsory: the call fails without it.
 *
 * Source: rsc-recruiter 8.1 (seatsV2).
 */
export const seatsQuerySchema = z.strictObject({
  q: z.literal('attributes'),
  contracts: z.string().min(1),
  start: digitsSchema(),
  count: digitsSchema()
    .refine(count => count > 0, 'must be at least 1')
    .default(seatsDefaultCount),
})

/**
 * One seat of an answer. The number is `id`, else `seatId` (the versioned name).
 *
 * Source: rsc-recruiter 8.1, rsc-sync 16.
 */
export const seatAnswerSchema = z
  .looseObject({
    id: optionalId,
    seatId: optionalId,
    firstName: optionalText,
    lastName: optionalText,
    email: optionalText,
    contract: optionalText,
    member: optionalText,
    state: optionalText,
    seatRoles: optionalTexts,
  })
  .transform((answer, context) => {
    const seatId = answer.id ?? answer.seatId
    if (seatId === null) {
      context.issues.push({ code: 'custom', path: ['id'], message: 'the seat has no id', input: answer })
      return z.NEVER
    }
    return {
      seatUrn: seatId.startsWith('urn:li:seat:') ? seatId : buildSeatUrn(seatId),
      firstName: answer.firstName,
      lastName: answer.lastName,
      email: answer.email,
      contractUrn: answer.contract,
      memberUrn: answer.member,
      state: readSeatState(answer.state),
      roles: answer.seatRoles,
    }
  })

/** A Recruiter licence of one person on one contract. */
export type Seat = z.infer<typeof seatAnswerSchema>

/**
 * One page of the seats of a contract; go on with `nextStart`. Needs `CSA_API` to be enabled on the contract.
 *
 * @throws {LinkedInFailure}
 * Source: rsc-recruiter 8.1 (seatsV2).
 */
export async function listSeats(
  client: Client,
  asked: { contractUrn: string; start: number; count?: number },
): Promise<Page<Seat>> {
  const { contractUrn, start, count = seatsPageCount } = asked
  const parameters = { contracts: [contractUrn], start, count }
  const query = formatFinderQuery('attributes', parameters, client.protocolVersion)
  const answer = await sendCall(client, { method: 'GET', path: '/seatsV2', query })
  return readPage(answer, seatAnswerSchema, { start, count })
}

function digitsSchema() {
  return z
    .string()
    .regex(/^\d{1,9}$/, 'must be a number')
    .transform(Number)
}

function readSeatState(text: string | null): SeatState {
  return seatStates.find(state => state === text) ?? 'UNKNOWN'
}
