import { askSandbox } from '../demo/sandbox-control.ts'
import type { Caller } from './caller.ts'
import type { Place } from './drive.ts'
import type { SeenApplication, SeenCandidate, World } from './judge.ts'

/** Reads what is there by the addresses that everybody uses. `name` begins every mark of this run. */
export async function observe({ ats, sandboxUrl, tenantId, job }: Place, name: string): Promise<World> {
  const isOurs = (mark: string) => mark.startsWith(`${name}-`)
  const listed = await ats.list<{ id: string; lastName: string }>('/candidates')
  const candidates: SeenCandidate[] = []
  for (const { id, lastName } of listed.filter(one => isOurs(one.lastName))) {
    candidates.push(await seeCandidate(ats, id, lastName))
  }
  const receipts = await ats.list<Receipt>('/export-receipts')
  const jobs = await ats.list<{ id: string; title: string; reference: string; state: string }>('/jobs?scope=all')
  return {
    candidates,
    receipts: receipts
      .map(({ personName, outcome, applicationId }) => ({ mark: markOf(personName), outcome, applicationId }))
      .filter(({ mark }) => isOurs(mark)),
    jobs: jobs.filter(job => isOurs(job.title)).map(({ title, ...job }) => ({ ...job, mark: title })),
    prospectStageId: job.stageIds[0] ?? '',
    atLinkedIn: await seeLinkedIn(sandboxUrl, { tenantId, name }),
  }
}

interface Receipt {
  personName: string | null
  outcome: string
  applicationId: string | null
}

function markOf(personName: string | null): string {
  return personName?.replace('Reliability ', '') ?? ''
}

async function seeCandidate(ats: Caller, id: string, mark: string): Promise<SeenCandidate> {
  const { applications } = await ats.read<{ applications: { id: string }[] }>(`/candidates/${id}`)
  const events = await ats.list<{ kind: string }>(`/candidates/${id}/activity`)
  const seen: SeenApplication[] = []
  for (const application of applications) {
    const { stageId, history } = await ats.read<{ stageId: string; history: { stageId: string }[] }>(
      `/applications/${application.id}`,
    )
    seen.push({ id: application.id, stageId, path: history.map(step => step.stageId) })
  }
  return { mark, id, applications: seen, events: events.map(event => event.kind) }
}

interface Records<T> {
  records: T[]
}

async function seeLinkedIn(sandboxUrl: string, { tenantId, name }: { tenantId: string; name: string }) {
  const state = <T>(name: string) => askSandbox<Records<T>>(sandboxUrl, `state/${name}`)
  const { records: applications } = await state<{ clientId: string; uniqueForeignId: string }>('applications')
  const clientId = applications.find(one => one.uniqueForeignId === tenantId)?.clientId
  const { records: jobs } = await state<{ clientId: string; externalJobPostingId: string; state: string }>(
    'jobPostings',
  )
  const { records: lists } = await state<{ clientId: string; atsEntityId: string }>('entityAcls')
  const { records: exports } = await state<{ memberId: string }>('exportedCandidates')
  return {
    jobReferences: jobs
      .filter(job => job.clientId === clientId && job.state === 'LISTED')
      .map(job => job.externalJobPostingId),
    onAccessLists: lists.filter(list => list.clientId === clientId).map(list => list.atsEntityId),
    exports: exports.map(one => one.memberId),
    people: await peopleTold(sandboxUrl, name),
  }
}

/** Marks in whatever LinkedIn was sent about candidates and their applications, accepted or not. */
async function peopleTold(sandboxUrl: string, name: string): Promise<string[]> {
  const told = new Set<string>()
  for (const path of ['*atsCandidates*', '*atsApplications*']) {
    const question = new URLSearchParams({ direction: 'in', path, limit: '5000' })
    const { calls } = await askSandbox<{ calls: { requestBody: string }[] }>(sandboxUrl, `traffic?${question}`)
    for (const { requestBody } of calls) {
      for (const [mark] of requestBody.matchAll(new RegExp(`${name}-\\d+`, 'g'))) told.add(mark)
    }
  }
  return [...told]
}
