import type { Contract, Project, ProjectAccess, SavedProfile } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { savedProfileIdOf } from '../store.ts'
import { listSeatsOfMember } from './contracts.ts'

export const LONGEST_PROJECT_NAME = 100

/** Somebody at a project. */
export interface ProjectVisitor {
  readonly projectId: string
  readonly byMemberId: string
}

/** Owned by this member or shared with him, on contracts where he has a seat; by name. */
export function listProjectsOf(sandbox: Sandbox, memberId: string): readonly Project[] {
  return sandbox.store.projects
    .list(project => findProjectAccess(sandbox, project, memberId) !== undefined)
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Undefined: neither owner nor collaborator, or no longer on the contract. */
export function findProjectAccess(sandbox: Sandbox, project: Project, memberId: string): ProjectAccess | undefined {
  if (!hasSeatOn(sandbox, memberId, project.contract)) return undefined
  if (project.ownerMemberId === memberId) return 'full'
  return project.collaborators.find(each => each.memberId === memberId)?.access
}

/** Where this member may save people and take them out. */
export function listWritableProjects(sandbox: Sandbox, memberId: string): readonly Project[] {
  return listProjectsOf(sandbox, memberId).filter(project => findProjectAccess(sandbox, project, memberId) !== 'view')
}

/** Contracts on which this member may begin a project. */
export function listContractsForProjects(sandbox: Sandbox, memberId: string): readonly Contract[] {
  return sandbox.store.contracts.list(contract => hasSeatOn(sandbox, memberId, contract.urn))
}

/** Whom a project can be shared with: everybody with a seat on its contract, but its owner. */
export function listPossibleCollaborators(sandbox: Sandbox, project: Project): readonly string[] {
  return sandbox.store.seats
    .list(seat => seat.contract === project.contract && seat.state === 'ACTIVE')
    .map(seat => seat.memberId)
    .filter(memberId => memberId !== project.ownerMemberId)
}

/** The people of a project, the latest first. */
export function listSavedProfiles(sandbox: Sandbox, projectId: string): readonly SavedProfile[] {
  return sandbox.store.savedProfiles
    .list(saved => saved.projectId === projectId)
    .toSorted((a, b) => b.savedAt - a.savedAt)
}

export function findSavedProfile(
  sandbox: Sandbox,
  key: Pick<SavedProfile, 'projectId' | 'memberId'>,
): SavedProfile | undefined {
  return sandbox.store.savedProfiles.find(savedProfileIdOf(key))
}

export function getProject(sandbox: Sandbox, { projectId, byMemberId }: ProjectVisitor): Project {
  const project = sandbox.store.projects.find(projectId)
  if (project === undefined || findProjectAccess(sandbox, project, byMemberId) === undefined) {
    throw new Refusal(404, 'unknown-project', 'You have no such project. Its owner can share it with you.')
  }
  return project
}

export function createProject(sandbox: Sandbox, wish: { name: string; contract: string; byMemberId: string }): Project {
  const { contract, byMemberId } = wish
  if (!hasSeatOn(sandbox, byMemberId, contract)) {
    throw new Refusal(403, 'no-seat', 'You have no active Recruiter seat on this contract.')
  }
  const name = readName(wish.name)
  if (findOwnProject(sandbox, { ...wish, name }) !== undefined) {
    throw new Refusal(409, 'name-taken', `You have a project ${name} on this contract already.`)
  }
  return sandbox.store.projects.put({
    projectId: String(sandbox.store.nextNumber('project', 7101)),
    contract,
    name,
    ownerMemberId: byMemberId,
    collaborators: [],
    createdAt: sandbox.clock.now(),
  })
}

/** Save to project. Whoever is in it already stays as he was saved first. */
export function saveToProject(
  sandbox: Sandbox,
  order: ProjectVisitor & { memberId: string },
): { project: Project; isNew: boolean } {
  const project = getWritable(sandbox, order)
  const { projectId, memberId, byMemberId } = order
  const member = sandbox.store.members.find(memberId)
  if (member === undefined || member.closedAt !== null) {
    throw new Refusal(404, 'unknown-member', 'This member does not exist or has closed the account.')
  }
  if (findSavedProfile(sandbox, order) !== undefined) return { project, isNew: false }
  const savedAt = sandbox.clock.now()
  sandbox.store.savedProfiles.put({ projectId, memberId, savedByMemberId: byMemberId, savedAt })
  return { project, isNew: true }
}

/** Save to a new project; pressed twice, it is the same one. */
export function saveToNewProject(
  sandbox: Sandbox,
  order: { name: string; contract: string; memberId: string; byMemberId: string },
): { project: Project; isNew: boolean } {
  const project = findOwnProject(sandbox, order) ?? createProject(sandbox, order)
  return saveToProject(sandbox, { ...order, projectId: project.projectId })
}

export function removeFromProject(sandbox: Sandbox, order: ProjectVisitor & { memberId: string }): void {
  getWritable(sandbox, order)
  sandbox.store.savedProfiles.remove(savedProfileIdOf(order))
}

/** Shares a project, or with `null` takes it back. */
export function shareProject(
  sandbox: Sandbox,
  order: ProjectVisitor & { withMemberId: string; access: ProjectAccess | null },
): Project {
  const project = getProject(sandbox, order)
  if (findProjectAccess(sandbox, project, order.byMemberId) !== 'full') {
    throw new Refusal(403, 'not-full-access', 'Only its owner and people with full access can share a project.')
  }
  const { withMemberId, access } = order
  const others = project.collaborators.filter(each => each.memberId !== withMemberId)
  if (access === null) return sandbox.store.projects.put({ ...project, collaborators: others })
  if (!listPossibleCollaborators(sandbox, project).includes(withMemberId)) {
    throw new Refusal(404, 'unknown-member', 'A project is shared with people who have a seat on its contract.')
  }
  return sandbox.store.projects.put({ ...project, collaborators: [...others, { memberId: withMemberId, access }] })
}

function getWritable(sandbox: Sandbox, order: ProjectVisitor): Project {
  const project = getProject(sandbox, order)
  if (findProjectAccess(sandbox, project, order.byMemberId) === 'view') {
    throw new Refusal(403, 'view-only', `You may look at ${project.name} and change nothing in it.`)
  }
  return project
}

function findOwnProject(
  sandbox: Sandbox,
  wish: { name: string; contract: string; byMemberId: string },
): Project | undefined {
  const wanted = wish.name.trim().toLowerCase()
  return sandbox.store.projects.findWhere(
    project =>
      project.ownerMemberId === wish.byMemberId &&
      project.contract === wish.contract &&
      project.name.toLowerCase() === wanted &&
      hasSeatOn(sandbox, wish.byMemberId, project.contract),
  )
}

function readName(text: string): string {
  const name = text.trim()
  if (name === '') throw new Refusal(400, 'no-name', 'A project needs a name.')
  if (name.length > LONGEST_PROJECT_NAME) {
    throw new Refusal(400, 'long-name', `The name of a project has at most ${LONGEST_PROJECT_NAME} characters.`)
  }
  return name
}

function hasSeatOn(sandbox: Sandbox, memberId: string, contract: string): boolean {
  return listSeatsOfMember(sandbox, memberId).some(seat => seat.contract === contract)
}
