import { maySeeAllCandidates } from '../../hiring/candidates/candidate.policy.ts'
import { conflict } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { permissionsOf } from '../access/access.queries.ts'
import { linkCandidate } from './link-candidate.ts'
import { lockPerson } from './match-candidate.ts'
import { lockCandidate, refuseUnlessMayLink } from './may-link.ts'
import { rememberApart } from './unlink-candidate.ts'

interface LinkByHand {
  personUrn: string
  /** He knows that the candidate is linked to somebody else, and wants this one instead. */
  replaces: boolean
}

/** Somebody says who this candidate is at LinkedIn. It wins over whatever was found, and takes back an earlier unlink. */
export async function linkByHand(work: Work, candidateId: string, { personUrn, replaces }: LinkByHand): Promise<void> {
  await refuseUnlessMayLink(work.tx, work.actor, candidateId)
  await refuseUnlessSwitchedOn(work)
  await lockPerson(work, personUrn)
  await lockCandidate(work, candidateId)
  await refuseIfHeld(work, { personUrn, candidateId })
  const before = await work.tx
    .selectFrom('linkedin_identity')
    .select(['person_urn', 'linked_by'])
    .where('tenant_id', '=', work.tenantId)
    .where('candidate_id', '=', candidateId)
    .executeTakeFirst()
  if (before?.person_urn === personUrn && before.linked_by === 'hand') return
  if (before && before.person_urn !== personUrn) {
    if (!replaces) throw linkedToSomebodyElse()
    await rememberApart(work, { candidateId, personUrn: before.person_urn })
  }
  await forget(work, candidateId, personUrn)
  await linkCandidate(work, { person: { personUrn, profileUrl: null }, candidateId, linkedBy: 'hand' })
}

async function refuseUnlessSwitchedOn(work: Work): Promise<void> {
  if ((await permissionsOf(work.tx, work.tenantId)).profileEnabled) return
  throw conflict({
    code: 'linkedin.profileSwitchedOff',
    message:
      'The In-ATS profile widget is not switched on at LinkedIn, so nobody was linked. A Recruiter admin switches it on in Recruiter, under Admin Settings, ATS.',
  })
}

/** One person is one candidate: who is whose is decided by a human being, at the other candidate. */
async function refuseIfHeld(work: Work, wanted: { personUrn: string; candidateId: string }): Promise<void> {
  const holder = await work.tx
    .selectFrom('linkedin_identity as i')
    .innerJoin('candidate as c', join =>
      join.onRef('c.tenant_id', '=', 'i.tenant_id').onRef('c.id', '=', 'i.candidate_id'),
    )
    .select(['c.id', 'c.first_name', 'c.last_name'])
    .where('i.tenant_id', '=', work.tenantId)
    .where('i.person_urn', '=', wanted.personUrn)
    .where('i.candidate_id', '<>', wanted.candidateId)
    .executeTakeFirst()
  if (!holder) return
  throw maySeeAllCandidates(work.actor)
    ? heldBy(holder.id, `${holder.first_name} ${holder.last_name}`)
    : heldBySomebody()
}

async function forget(work: Work, candidateId: string, personUrn: string): Promise<void> {
  await work.tx
    .deleteFrom('linkedin_identity')
    .where('tenant_id', '=', work.tenantId)
    .where('candidate_id', '=', candidateId)
    .execute()
  await work.tx
    .deleteFrom('linkedin_not_this_person')
    .where('tenant_id', '=', work.tenantId)
    .where('candidate_id', '=', candidateId)
    .where('person_urn', '=', personUrn)
    .execute()
}

function heldBy(candidateId: string, name: string) {
  return conflict({
    code: 'linkedin.personHeld',
    message: `That LinkedIn profile is linked to ${name}, who is another candidate here, so nothing was changed. Open ${name} and unlink there first.`,
    params: { candidateId, name },
  })
}

/** Whoever knows the people of his own jobs only is not told of others. */
function heldBySomebody() {
  return conflict({
    code: 'linkedin.personHeldBySomebody',
    message:
      'That LinkedIn profile is linked to another candidate here, whom you may not see, so nothing was changed. Ask a recruiter to look at both.',
  })
}

function linkedToSomebodyElse() {
  return conflict({
    code: 'linkedin.linkedToSomebodyElse',
    message:
      'This candidate is linked to another LinkedIn profile, which stays. Say that the new one replaces it (`replaces`), if you are sure.',
  })
}
