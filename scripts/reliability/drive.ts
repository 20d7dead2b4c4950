import { askSandbox } from '../demo/sandbox-control.ts'
import type { Caller } from './caller.ts'
import type { History, Operation, Wish } from './history.ts'

export interface Place {
  ats: Caller
  sandboxUrl: string
  history: History
  /** Where people are added, moved and exported to. */
  job: { id: string; reference: string; stageIds: string[] }
  tenantId: string
  recruiterEmail: string
  template: Record<string, unknown>
}

/** Carries out one wish, once, and writes down what it was told. */
export async function carryOut(place: Place, wish: Wish): Promise<void> {
  place.history.note('asked', wish)
  const outcome = await act(place, wish)
  // What it should have worked on was never made.
  if (outcome) place.history.tell({ ...wish, ...outcome })
}

type Outcome = Pick<Operation, 'told' | 'status' | 'id' | 'toStageId'>

async function act(place: Place, wish: Wish): Promise<Outcome | undefined> {
  const { ats, job } = place
  const person = { firstName: 'Reliability', lastName: wish.mark }
  switch (wish.kind) {
    case 'create':
      return outcomeOf(await ats.change<{ id: string }>('/candidates', person))
    case 'add':
      return outcomeOf(
        await ats.change<{ id: string }>(`/jobs/${job.id}/applications`, { candidate: person, as: 'applicant' }),
      )
    case 'openJob':
      return outcomeOf(await ats.change<{ id: string }>('/jobs', { title: wish.mark, ownRole: 'recruiter' }))
    case 'activate':
      return activate(place, wish)
    case 'move':
      return move(place, wish)
    case 'export':
      return exportMember(place, wish)
  }
}

function outcomeOf({ told, status, body }: Awaited<ReturnType<Caller['change']>>): Outcome {
  const id = (body as { id?: string } | undefined)?.id // every address here answers with what it made
  return { told, status, ...(id === undefined ? {} : { id }) }
}

async function move({ ats, history, job }: Place, wish: Wish): Promise<Outcome | undefined> {
  const made = history.find(wish.on ?? 0)
  const toStageId = job.stageIds[(wish.stage ?? 0) % job.stageIds.length]
  if (made?.told !== 'done' || toStageId === undefined) return undefined
  const reply = await ats.change<{ id: string }>(`/applications/${made.id}/stage-moves`, { toStageId })
  return { ...outcomeOf(reply), toStageId }
}

const details = {
  location: 'Utrecht, Netherlands',
  description:
    'You keep promises for growers and shops: what was said is done, once, and what was not said is not. You work with six colleagues, by day and by night, and you like it when things hold.',
}

async function activate({ ats, history }: Place, wish: Wish): Promise<Outcome | undefined> {
  const made = history.find(wish.on ?? 0)
  if (made?.told !== 'done' || made.id === undefined) return undefined
  const changed = await ats.change(`/jobs/${made.id}`, details, 'PATCH')
  // Without its details a job cannot be activated, so nothing is asked of it.
  if (changed.told !== 'done') return undefined
  return { ...outcomeOf(await ats.change(`/jobs/${made.id}/activation`, {})), id: made.id }
}

/** The button on the profile, pressed by somebody in a LinkedIn that does not care whether we are up. */
async function exportMember(place: Place, wish: Wish): Promise<Outcome> {
  const { sandboxUrl, template, job, tenantId, recruiterEmail } = place
  const memberId = wish.mark
  await askSandbox(sandboxUrl, 'members', {
    ...template,
    memberId,
    firstName: 'Reliability',
    lastName: wish.mark,
    signInEmail: `${wish.mark}@example.com`,
    publicProfileUrl: `https://www.linkedin.com/in/${wish.mark}`,
  })
  await askSandbox(sandboxUrl, 'exports', {
    recruiterEmail,
    memberId,
    uniqueForeignId: tenantId,
    externalJobPostingId: job.reference,
  })
  return { told: 'done', status: 200 }
}
