import { candidateListItem } from '@lodestone/app/hiring/candidates/candidates.shapes'
import { syncStatus } from '@lodestone/app/linkedin/delivery/delivery.shapes'
import type { RunningApp } from '@lodestone/app/main'
import { pageOf } from '@lodestone/app/platform/http/paging'
import { waitUntil } from '@lodestone/sandbox/certification/demand'
import type { LodestoneSession } from './lodestone-session.ts'

/** Ids of all candidates of exactly this name. */
export async function findCandidates(
  session: LodestoneSession,
  { firstName, lastName }: { firstName: string; lastName: string },
): Promise<readonly string[]> {
  const found = await session.get(`/candidates?limit=100&q=${lastName}`, pageOf(candidateListItem))
  return found.data.filter(each => each.firstName === firstName && each.lastName === lastName).map(each => each.id)
}

export async function untilQuiet(ats: RunningApp, session: LodestoneSession): Promise<void> {
  await waitUntil('Lodestone has nothing left to do for LinkedIn', {
    withinMs: 30_000,
    see: async () => {
      await ats.settle()
      return (await session.get('/linkedin/sync-status', syncStatus)).queued
    },
    isRight: queued => queued === 0,
    tell: queued => `${queued} records wait`,
  })
}
