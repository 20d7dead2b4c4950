import type { Companion } from '../../hiring/merging/merge-candidates.ts'
import { mergeCandidates, refuseUnlessMayMerge } from '../../hiring/merging/merge-candidates.ts'
import { unmerge } from '../../hiring/merging/unmerge.ts'
import { notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { settleDoubt } from '../identity/doubts.ts'
import { identityCompanion, lockPersonsOf } from '../identity/merge-identity.ts'
import type { DoubtState, NewPairMerge } from './match-desk.shapes.ts'

/** One person: whatever LinkedIn's slices keep about the two comes along. `others` is what slices beside this one keep. */
export async function mergePair(
  work: Work,
  { member, ...input }: NewPairMerge,
  others: readonly Companion[],
): Promise<string> {
  refuseUnlessMayMerge(work)
  await lockPersonsOf(work, [input.keptId, input.absorbedId])
  return mergeCandidates(work, input, [identityCompanion(member), ...others])
}

export function unmergePair(work: Work, mergeId: string, others: readonly Companion[]) {
  return unmerge(work, mergeId, [identityCompanion(), ...others])
}

interface Settling {
  oneId: string
  otherId: string
  state: DoubtState
}

/** They are two people, or nobody is sure any more. */
export async function settlePair(work: Work, { oneId, otherId, state }: Settling): Promise<void> {
  refuseUnlessMayMerge(work)
  const isNew = await settleDoubt(work, { oneId, otherId, state })
  if (isNew === undefined) throw notFound('pair in doubt')
  if (!isNew) return
  const kind = state === 'dismissed' ? 'identity.twoPeople' : 'identity.doubtful'
  const about = (id: string, other: string) => ({
    kind,
    subject: { kind: 'candidate', id },
    change: { candidateIds: [other] },
  })
  await work.record({ ...about(oneId, otherId), kind }, { ...about(otherId, oneId), kind })
}
