import type { Operation } from './history.ts'

/** What is there in the end, as the API and the sandbox tell it. Only what bears a mark of the run is in it. */
export interface World {
  candidates: SeenCandidate[]
  receipts: { mark: string; outcome: string; applicationId: string | null }[]
  jobs: { mark: string; id: string; reference: string; state: string }[]
  prospectStageId: string
  atLinkedIn: {
    /** References of the jobs that are offered in the export box. */
    jobReferences: string[]
    /** References of the jobs that somebody may see there, once for each who may. */
    onAccessLists: string[]
    /** By mark. */
    exports: string[]
    /** Marks of the people that LinkedIn was told of. */
    people: string[]
  }
}

export interface SeenCandidate {
  mark: string
  id: string
  applications: SeenApplication[]
  /** Kinds of the events about this person and his applications. */
  events: string[]
}

export interface SeenApplication {
  id: string
  stageId: string
  /** Where it stood, from the first stage on. */
  path: string[]
}

export interface Verdict {
  about: string
  /** Absent: all is as it was told. */
  problem?: string
}

/** Holds what was told against what is there: nothing lost, nothing twice, nothing that was refused, nothing from nowhere. */
export function judge(operations: readonly Operation[], world: World): Verdict[] {
  return [
    ...operations.filter(one => one.kind !== 'move').map(one => verdict(one, judgeMaking(one, world))),
    ...world.candidates.map(candidate => {
      const about = `candidate ${candidate.mark}`
      return asVerdict(
        about,
        judgeOrigin(candidate, operations) ?? judgeEvents(candidate) ?? judgeGate(candidate, world),
      )
    }),
    ...world.candidates.flatMap(({ mark, applications }) =>
      applications.map(application =>
        asVerdict(`stages of ${mark}`, judgePath(application, movesOf(application, operations))),
      ),
    ),
    ...world.jobs.map(job => asVerdict(`job ${job.mark} at LinkedIn`, judgeOffer(job, world))),
  ]
}

function verdict(operation: Operation, problem: string | undefined): Verdict {
  return asVerdict(`${operation.kind} ${operation.number} (${operation.told})`, problem)
}

function asVerdict(about: string, problem: string | undefined): Verdict {
  return problem === undefined ? { about } : { about, problem }
}

function judgeMaking(operation: Operation, world: World): string | undefined {
  switch (operation.kind) {
    case 'create':
      return judgeCount(operation, world.candidates)
    case 'add':
      return judgeCount(
        operation,
        world.candidates
          .filter(one => one.mark === operation.mark)
          .flatMap(one => withMark(operation, one.applications)),
      )
    case 'openJob':
      return judgeCount(operation, world.jobs)
    case 'activate':
      return judgeActivation(operation, world)
    case 'export':
      return judgeExport(operation, world)
    case 'move':
      return undefined
  }
}

function withMark<T>({ mark }: Operation, things: readonly T[]): (T & { mark: string })[] {
  return things.map(thing => ({ ...thing, mark }))
}

function judgeCount(operation: Operation, things: readonly { mark: string; id: string }[]): string | undefined {
  const made = things.filter(thing => thing.mark === operation.mark)
  if (made.length > 1) return `is there ${made.length} times`
  if (operation.told === 'done' && made.length === 0) return 'was acknowledged and is lost'
  if (operation.told === 'notDone' && made.length > 0) return 'was refused and is there'
  if (operation.told === 'done' && made[0]?.id !== operation.id) return 'is there under another id'
  return undefined
}

function judgeActivation(operation: Operation, world: World): string | undefined {
  const job = world.jobs.find(one => one.mark === operation.mark)
  if (operation.told === 'done' && job?.state !== 'active') return 'was acknowledged, and the job is not active'
  return undefined
}

function judgeExport(operation: Operation, world: World): string | undefined {
  const { mark, told } = operation
  const sent = world.atLinkedIn.exports.filter(one => one === mark).length
  if (told === 'notDone') return sent === 0 ? undefined : 'was refused by LinkedIn and exported all the same'
  const receipts = world.receipts.filter(receipt => receipt.mark === mark)
  if (receipts.length !== 1) return `has ${receipts.length} receipts instead of one`
  if (receipts[0]?.outcome !== 'arrived') return `ended as ${receipts[0]?.outcome}`
  const people = world.candidates.filter(candidate => candidate.mark === mark)
  const applications = people.flatMap(person => person.applications)
  if (people.length !== 1) return `made ${people.length} candidates instead of one`
  if (applications.length !== 1) return `made ${applications.length} applications instead of one`
  if (applications[0]?.id !== receipts[0]?.applicationId) return 'has a receipt for another application'
  return undefined
}

function judgeOrigin(candidate: SeenCandidate, operations: readonly Operation[]): string | undefined {
  const isKnown = operations.some(one => one.mark === candidate.mark && one.told !== 'notDone')
  return isKnown ? undefined : 'comes from nowhere'
}

/** History tells each change once: a follower that read it would miss none and meet none twice. */
function judgeEvents({ applications, events }: SeenCandidate): string | undefined {
  const moves = applications.reduce((sum, { path }) => sum + path.length - 1, 0)
  const expected = { 'candidate.created': 1, 'application.created': applications.length, 'application.moved': moves }
  for (const [kind, times] of Object.entries(expected)) {
    const told = events.filter(event => event === kind).length
    if (told !== times) return `${kind} is told ${told} times instead of ${times}`
  }
  return undefined
}

/** Nothing about a prospect goes to LinkedIn before somebody moves the person on. */
function judgeGate({ mark, applications }: SeenCandidate, { prospectStageId, atLinkedIn }: World): string | undefined {
  const hasPassed = applications.some(({ path }) => path.some(stage => stage !== prospectStageId))
  return hasPassed || !atLinkedIn.people.includes(mark) ? undefined : 'is a prospect, and LinkedIn was told'
}

function movesOf(application: SeenApplication, operations: readonly Operation[]): Operation[] {
  const made = operations.find(one => one.kind === 'add' && one.id === application.id)
  return operations
    .filter(one => one.kind === 'move' && one.on === made?.number && one.told !== 'notDone')
    .sort((a, b) => a.number - b.number)
}

/** Each acknowledged move is a step, in the order of the moves; one whose outcome is unknown may be a step. */
function judgePath({ path, stageId }: SeenApplication, moves: readonly Operation[]): string | undefined {
  if (path[path.length - 1] !== stageId) return 'history ends in another stage than the one it stands in'
  if (path.some((stage, i) => i > 0 && stage === path[i - 1])) return 'moved to where it was'
  return fits(path.slice(1), moves) ? undefined : `no order of the moves explains the ${path.length - 1} steps`
}

function fits(steps: readonly string[], moves: readonly Operation[]): boolean {
  const [move, ...later] = moves
  if (!move) return steps.length === 0
  if (steps[0] === move.toStageId && fits(steps.slice(1), later)) return true
  return move.told === 'unknown' && fits(steps, later)
}

function judgeOffer(job: World['jobs'][number], { atLinkedIn }: World): string | undefined {
  const count = (references: readonly string[]) => references.filter(reference => reference === job.reference).length
  const [offers, lists] = [count(atLinkedIn.jobReferences), count(atLinkedIn.onAccessLists)]
  const wanted = job.state === 'active' ? 1 : 0
  if (offers !== wanted) return `is ${job.state} and offered ${offers} times in the export box`
  // Of its team the recruiter alone is connected.
  return lists === wanted ? undefined : `is ${job.state} and stands on ${lists} access lists`
}
