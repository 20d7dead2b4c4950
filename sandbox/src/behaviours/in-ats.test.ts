import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { organization, steer } from '../testing/customer.ts'
import { type InAtsWorld, startInAtsWorld } from '../testing/in-ats-world.ts'
import {
  aCandidate,
  anApplication,
  deleteApplications,
  deleteCandidates,
  deleteParts,
  notesOf,
  putApplications,
  putCandidates,
} from '../testing/synced.ts'
import { listInAts, listNotesOn, readDetails } from './in-ats.ts'
import { personUrnFor } from './members.ts'

let world: InAtsWorld
beforeEach(async () => {
  world = await startInAtsWorld()
})
afterEach(() => world.stop())

const seenBy = (recruiter: string, memberId = 'lotte-verbeek') =>
  listInAts(world.running.sandbox, recruiter).get(memberId) ?? []

/** The applications that a recruiter sees of Lotte, by the ATS's own ids. */
const applicationsSeenBy = (recruiter: string) =>
  seenBy(recruiter).flatMap(({ applications }) =>
    applications.map(({ application }) => application.atsJobApplicationId),
  )

describe('who sees whom', () => {
  test('without viewers and lists nobody sees anybody', () => {
    expect(listInAts(world.running.sandbox, 'sanne-de-wit').size).toBe(0)
  })

  test('APPLICATION_VIEWERS opens all to everybody with a seat in the company, until it is taken back', async () => {
    await world.openToAll()
    for (const recruiter of ['sanne-de-wit', 'joris-hoekstra']) {
      expect(applicationsSeenBy(recruiter)).toEqual(['A-1', 'A-2'])
    }
    expect(seenBy('lotte-verbeek')).toEqual([])
    await world.close()
    expect(seenBy('sanne-de-wit')).toEqual([])
  })

  test('the access list of a job opens its applications, and nothing of another job', () => {
    world.assign('sanne-de-wit', 'TV-0968')
    expect(applicationsSeenBy('sanne-de-wit')).toEqual(['A-2'])
    expect(seenBy('joris-hoekstra')).toEqual([])
    world.unassign('sanne-de-wit')
    expect(seenBy('sanne-de-wit')).toEqual([])
    world.assign('sanne-de-wit', 'TV-1012')
    expect(applicationsSeenBy('sanne-de-wit')).toEqual(['A-1', 'A-2'])
  })

  test('JOB_POSTING_VIEWERS is for the export box and opens no application', async () => {
    const path = `integrationContext=${organization}&integrationType=ONE_CLICK_EXPORT&tenantType=RECRUITER&dataProvider=ATS`
    await world.customer.call(`PUT /v2/atsIntegrations/${path}/configurations?ids=JOB_POSTING_VIEWERS`, {
      json: { entities: { JOB_POSTING_VIEWERS: { configurationValue: { string: 'ALL_PRODUCT_USERS' } } } },
    })
    expect(seenBy('sanne-de-wit')).toEqual([])
  })

  test('switched off, it shows nothing; switched on again, all is there', async () => {
    await world.openToAll()
    await steer(world.running, world.customer, 'disable', 'company')
    expect(seenBy('sanne-de-wit')).toEqual([])
    await steer(world.running, world.customer, 'enable', 'company')
    expect(applicationsSeenBy('sanne-de-wit')).toEqual(['A-1', 'A-2'])
  })

  test('nobody of another company, whose seat is elsewhere', async () => {
    await world.openToAll()
    const { seats, contracts } = world.running.store
    const isElsewhere = ({ contract }: { contract: string }) => contracts.get(contract).organization !== organization
    const homes = new Set(seats.list(seat => !isElsewhere(seat)).map(({ memberId }) => memberId))
    const stranger = seats.findWhere(seat => isElsewhere(seat) && !homes.has(seat.memberId))
    expect(seenBy(stranger?.memberId ?? 'nobody')).toEqual([])
    expect(stranger).toBeDefined()
  })
})

describe('what is seen', () => {
  beforeEach(() => world.openToAll())

  test('nothing of an application whose job or candidate is not there', async () => {
    await putApplications(world.customer, {
      'A-3': anApplication({ atsJobPostingId: 'TV-9999' }),
      'A-4': anApplication({ atsCandidateId: 'C-9' }),
      'A-5': anApplication({ atsCandidateId: undefined }),
    })
    expect(applicationsSeenBy('sanne-de-wit')).toEqual(['A-1', 'A-2'])
    await deleteCandidates(world.customer, 'C-1')
    expect(seenBy('sanne-de-wit')).toEqual([])
    const { emailAddresses } = world.running.store.members.get('lotte-verbeek')
    await putCandidates(world.customer, {
      'C-1': aCandidate({ emailAddresses: emailAddresses.map(({ address }) => address) }),
    })
    expect(applicationsSeenBy('sanne-de-wit')).toEqual(['A-1', 'A-2'])
  })

  test('the steps in the order in which they were taken, whatever the order of writing', () => {
    const details = seenBy('sanne-de-wit')[0]?.applications.map(each =>
      readDetails(world.running.sandbox, each.application),
    )
    expect(details?.map(({ steps }) => steps.map(({ body }) => body.stage))).toEqual([
      ['Application', 'Screen'],
      ['Application', 'Interview', 'Not selected'],
    ])
    expect(details?.map(({ notes, feedback }) => [notes.length, feedback.length])).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('what was deleted is gone, each by itself', async () => {
    await deleteParts(world.customer, notesOf('A-1'), 'N-1')
    const [seen] = seenBy('sanne-de-wit')
    if (seen === undefined) throw new Error('Lotte is not seen.')
    expect(seen.applications.flatMap(each => readDetails(world.running.sandbox, each.application).notes)).toEqual([])
    expect(listNotesOn(world.running.sandbox, seen).map(({ id }) => id)).toEqual(['N-9'])
    await deleteApplications(world.customer, 'A-1')
    expect(applicationsSeenBy('sanne-de-wit')).toEqual(['A-2'])
  })

  test('the member who was chosen by hand, and no more the one who was found', async () => {
    const chosen = personUrnFor(world.customer.clientId, 'saskia-oudejans')
    const { emailAddresses } = world.running.store.members.get('lotte-verbeek')
    await putCandidates(world.customer, {
      'C-1': aCandidate({
        emailAddresses: emailAddresses.map(({ address }) => address),
        manualMatchedMember: chosen,
      }),
    })
    expect(seenBy('sanne-de-wit')).toEqual([])
    expect(seenBy('sanne-de-wit', 'saskia-oudejans')).toMatchObject([{ candidate: { atsCandidateId: 'C-1' } }])
  })
})
