import { expect, test } from 'vitest'
import type { Operation } from './history.ts'
import type { World } from './judge.ts'
import { judge } from './judge.ts'

const operations: Operation[] = [
  { number: 1, kind: 'create', mark: 'm1', told: 'done', status: 201, id: 'cand_1' },
  { number: 2, kind: 'add', mark: 'm2', told: 'done', status: 201, id: 'app_2' },
  { number: 3, kind: 'move', mark: 'm3', on: 2, told: 'done', status: 201, toStageId: 'screen' },
  { number: 4, kind: 'move', mark: 'm4', on: 2, told: 'unknown', status: 0, toStageId: 'offer' },
  { number: 5, kind: 'move', mark: 'm5', on: 2, told: 'done', status: 201, toStageId: 'interview' },
  { number: 6, kind: 'export', mark: 'm6', told: 'done', status: 200 },
  { number: 7, kind: 'create', mark: 'm7', told: 'unknown', status: 0 },
  { number: 8, kind: 'create', mark: 'm8', told: 'notDone', status: 503 },
  { number: 9, kind: 'openJob', mark: 'm9', told: 'done', status: 201, id: 'job_9' },
  { number: 10, kind: 'activate', mark: 'm9', on: 9, told: 'done', status: 200, id: 'job_9' },
]

function goodWorld(): World {
  const made = ['candidate.created']
  return {
    candidates: [
      { mark: 'm1', id: 'cand_1', applications: [], events: made },
      {
        mark: 'm2',
        id: 'cand_2',
        applications: [{ id: 'app_2', stageId: 'interview', path: ['application', 'screen', 'interview'] }],
        events: [...made, 'application.created', 'application.moved', 'application.moved'],
      },
      {
        mark: 'm6',
        id: 'cand_6',
        applications: [{ id: 'app_6', stageId: 'prospect', path: ['prospect'] }],
        events: [...made, 'application.created'],
      },
    ],
    receipts: [{ mark: 'm6', outcome: 'arrived', applicationId: 'app_6' }],
    jobs: [{ mark: 'm9', id: 'job_9', reference: 'TV-9', state: 'active' }],
    prospectStageId: 'prospect',
    atLinkedIn: { jobReferences: ['TV-9'], onAccessLists: ['TV-9'], exports: ['m6'], people: ['m2'] },
  }
}

const problems = (world: World) => judge(operations, world).flatMap(({ problem }) => problem ?? [])

test('what is as it was told has no problem, whether or not the unknown ones happened', () => {
  expect(problems(goodWorld())).toEqual([])
  const other = goodWorld()
  other.candidates.push({ mark: 'm7', id: 'cand_7', applications: [], events: ['candidate.created'] })
  const moved = other.candidates[1]
  moved?.applications[0]?.path.splice(2, 0, 'offer')
  moved?.events.push('application.moved')
  expect(problems(other)).toEqual([])
})

test.each<[what: string, corrupt: (world: World) => void, problem: string]>([
  ['a lost candidate', world => world.candidates.shift(), 'was acknowledged and is lost'],
  ['a candidate twice', world => world.candidates.push(copy(world, 0)), 'is there 2 times'],
  [
    'a candidate of a refused request',
    world => world.candidates.push({ ...copy(world, 0), mark: 'm8' }),
    'was refused and is there',
  ],
  [
    'a candidate of an unknown request twice',
    world => world.candidates.push(...two({ ...copy(world, 0), mark: 'm7' })),
    'is there 2 times',
  ],
  ['another id than was told', world => change(world, 0, { id: 'cand_other' }), 'is there under another id'],
  ['a ghost', world => world.candidates.push({ ...copy(world, 0), mark: 'm99' }), 'comes from nowhere'],
  ['a lost application', world => change(world, 1, { applications: [] }), 'was acknowledged and is lost'],
  ['a lost move', world => path(world, ['application', 'interview']), 'no order of the moves explains the 1 steps'],
  [
    'moves out of order',
    world => path(world, ['application', 'interview', 'screen']),
    'no order of the moves explains the 2 steps',
  ],
  ['a move twice', world => path(world, ['application', 'screen', 'screen', 'interview']), 'moved to where it was'],
  [
    'a move that nobody made',
    world => path(world, ['application', 'screen', 'interview', 'hired']),
    'no order of the moves explains the 3 steps',
  ],
  [
    'a stage beside its history',
    world => path(world, ['application', 'screen', 'interview'], 'offer'),
    'history ends in another stage than the one it stands in',
  ],
  [
    'an event that is missing',
    world => change(world, 0, { events: [] }),
    'candidate.created is told 0 times instead of 1',
  ],
  [
    'an event twice',
    world => world.candidates[2]?.events.push('application.created'),
    'application.created is told 2 times instead of 1',
  ],
  ['an export without a receipt', world => world.receipts.pop(), 'has 0 receipts instead of one'],
  [
    'an export with two receipts',
    world => world.receipts.push({ mark: 'm6', outcome: 'joined', applicationId: 'app_6' }),
    'has 2 receipts instead of one',
  ],
  ['an export that failed', world => Object.assign(world.receipts[0] ?? {}, { outcome: 'failed' }), 'ended as failed'],
  [
    'an export that made two people',
    world => world.candidates.push(copy(world, 2)),
    'made 2 candidates instead of one',
  ],
  ['an export without its person', world => world.candidates.pop(), 'made 0 candidates instead of one'],
  [
    'a receipt for somebody else',
    world => Object.assign(world.receipts[0] ?? {}, { applicationId: 'app_2' }),
    'has a receipt for another application',
  ],
  ['a lost job', world => world.jobs.pop(), 'was acknowledged and is lost'],
  [
    'a lost activation',
    world => Object.assign(world.jobs[0] ?? {}, { state: 'draft' }),
    'was acknowledged, and the job is not active',
  ],
  [
    'a job that LinkedIn was never told of',
    world => world.atLinkedIn.jobReferences.pop(),
    'is active and offered 0 times in the export box',
  ],
  [
    'an active job that nobody may see there',
    world => world.atLinkedIn.onAccessLists.pop(),
    'is active and stands on 0 access lists',
  ],
  [
    'a prospect that LinkedIn knows',
    world => world.atLinkedIn.people.push('m6'),
    'is a prospect, and LinkedIn was told',
  ],
])('the checker sees %s', (_what, corrupt, problem) => {
  const world = goodWorld()
  corrupt(world)
  expect(problems(world)).toContain(problem)
})

function copy(world: World, index: number) {
  const one = world.candidates[index]
  if (!one) throw new Error('There is no such candidate.')
  return structuredClone(one)
}

function two<T>(one: T): T[] {
  return [one, structuredClone(one)]
}

function change(world: World, index: number, values: Partial<World['candidates'][number]>): void {
  Object.assign(world.candidates[index] ?? {}, values)
}

function path(world: World, steps: string[], stageId = steps.at(-1) ?? ''): void {
  const events = ['candidate.created', 'application.created', ...steps.slice(1).map(() => 'application.moved')]
  change(world, 1, { applications: [{ id: 'app_2', stageId, path: steps }], events })
}
