import type { Answer, Caller, Question } from './caller.ts'
import type { BoardAnswer, CandidatePage } from './lists.ts'
import type { Workload } from './workload.ts'
import { expectSame } from './workload.ts'
import type { World } from './world.ts'
import { applicationId, isOfWorld, jobId, numberOf, stageId, stageKinds } from './world.ts'

const MOST_USERS = 32

/** New candidates, with an address. In the end the list must begin with exactly those that were acknowledged. */
export function create(): Workload {
  const acknowledged: string[] = []
  let number = 0
  const next = (): Question => {
    number += 1
    const body = {
      firstName: 'Nieuw',
      lastName: `Aangekomen ${number}`,
      headline: 'Engineer at Noordzee',
      currentTitle: 'Engineer',
      currentCompany: 'Noordzee',
      location: 'Utrecht',
      skills: ['SQL', 'TypeScript'],
      emails: [`new${number}@example.com`],
    }
    return { method: 'POST', address: '/candidates', body }
  }
  return {
    name: 'create',
    prepare: async () => undefined,
    ask: next,
    judge: ({ body }, answer) => {
      const made = parsed(answer, 'create')
      const asked = body as { lastName: string; emails: string[] } // made above
      expectSame('create', [made.lastName, made.emails], [asked.lastName, asked.emails])
      acknowledged.push(String(made.id))
    },
    settle: async caller => expectSame('created', (await newcomers(caller)).toSorted(), acknowledged.toSorted()),
    samples: () => Array.from({ length: MOST_USERS }, next),
  }
}

async function newcomers(caller: Caller): Promise<string[]> {
  const ids: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: CandidatePage = await caller.read(`/candidates?limit=100${next && `&next=${next}`}`)
    const made = page.data.map(one => one.id).filter(id => !isOfWorld(id))
    ids.push(...made)
    next = made.length === page.data.length ? page.next : null
  }
  return ids
}

const APPLICATIONS = 320
const LAST_STAGE = stageKinds.length - 1

/** Each user moves cards of his own. In the end each card must stand where its last move put it. */
export function stageMove(world: World): Workload {
  const cards = ownApplications(world).map(application => {
    const { job, stage } = world.placement(application)
    return { application, job, stage }
  })
  const ask = (user: number, n: number): Question => {
    const card = cards[(user + n * MOST_USERS) % cards.length]
    if (!card) throw new Error('The world is too small: it has no applications to move.')
    const body = {
      fromStageId: stageId(card.job, card.stage),
      // Prospects become applicants once; from then on round and round.
      toStageId: stageId(card.job, (card.stage % LAST_STAGE) + 1),
    }
    return { method: 'POST', address: `/applications/${applicationId(card.application)}/stage-moves`, body }
  }
  const boards = [...new Set(cards.map(card => card.job))]
  return {
    name: 'stage move',
    prepare: async () => undefined,
    ask,
    judge: ({ address, body }, answer) => {
      const moved = parsed(answer, 'stage move')
      const asked = body as { fromStageId: string; toStageId: string } // made above
      const id = address.split('/')[2] ?? ''
      expectSame(
        address,
        [moved.applicationId, moved.fromStageId, moved.toStageId],
        [id, asked.fromStageId, asked.toStageId],
      )
      const card = cards.find(one => one.application === numberOf(id))
      if (card) card.stage = numberOf(asked.toStageId) % 10
    },
    settle: async caller => {
      const stood = new Map<string, string>()
      for (const job of boards) {
        const { stages } = await caller.read<BoardAnswer>(`/jobs/${jobId(job)}/board`)
        for (const stage of stages) for (const card of stage.cards) stood.set(card.id, stage.id)
      }
      for (const { application, job, stage } of cards) {
        const id = applicationId(application)
        expectSame(`the stage of ${id}`, stood.get(id), stageId(job, stage))
      }
    },
    samples: () =>
      Array.from({ length: MOST_USERS * 2 }, (_, index) => ask(index % MOST_USERS, Math.floor(index / MOST_USERS))),
  }
}

/** From boards on which nothing else is measured, and of a multiple of the users: no two ever wait for one card. */
function ownApplications(world: World): number[] {
  const own = Array.from({ length: world.jobs }, (_, job) => job).filter(job => job > 0 && job % 2 === 0)
  const all = own.toReversed().flatMap(job => world.applicationsOn(job))
  const most = Math.min(APPLICATIONS, all.length - (all.length % MOST_USERS))
  return all.slice(0, most)
}

function parsed({ status, body }: Answer, what: string): Record<string, unknown> {
  if (status !== 201) expectSame(what, `${status} ${body}`, '201')
  return JSON.parse(body.toString())
}
