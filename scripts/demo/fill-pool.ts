import { listCandidates } from '../../app/src/hiring/candidates/candidates.queries.ts'
import { addToPool } from '../../app/src/hiring/talent-pools/pool-members.ts'
import { createPool } from '../../app/src/hiring/talent-pools/talent-pools.ts'
import type { UserActor } from '../../app/src/platform/actor.ts'
import type { App } from '../../app/src/platform/app.ts'
import { look, perform } from '../../app/src/platform/work.ts'
import type { Team } from './fill-job.ts'
import { daysAgo } from './fill-job.ts'

export interface DemoPool {
  /** By last name. */
  owner: string
  name: string
  /** By their whole names, the last added first. */
  people: string[]
}

export const poolsNederland: DemoPool[] = [
  {
    owner: 'de Wit',
    name: 'Engineers for spring',
    people: ['Femke Brouwer', 'Wouter Dijkstra', 'Marit Scholten', 'Youssef Amrani', 'Jelle Wiersma'],
  },
]

/** Whom a recruiter keeps for later; one more every second day. */
export async function fillPool(app: App, team: Team, pool: DemoPool): Promise<void> {
  const owner = team.get(pool.owner)
  if (!owner) throw new Error(`Nobody of the demo can own the pool ${pool.name}.`)
  const { id } = await perform(daysAgo(app, 2 * pool.people.length + 1), owner, work =>
    createPool(work, { name: pool.name }),
  )
  for (const [index, name] of [...pool.people.entries()].reverse()) {
    const candidateIds = [await findPerson(app, owner, name)]
    await perform(daysAgo(app, 2 * index + 1), owner, work => addToPool(work, id, { candidateIds }))
  }
}

async function findPerson(app: App, actor: UserActor, name: string): Promise<string> {
  const { data } = await look(app, actor, tx => listCandidates(tx, actor, { q: `"${name}"`, limit: 1 }))
  if (!data[0]) throw new Error(`The demo has nobody called ${name}.`)
  return data[0].id
}
