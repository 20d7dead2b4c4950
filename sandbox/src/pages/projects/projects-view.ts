import {
  findProjectAccess,
  listPossibleCollaborators,
  listProjectsOf,
  listSavedProfiles,
} from '../../behaviours/projects.ts'
import type { Member } from '../../member-shape.ts'
import type { Project, ProjectAccess } from '../../records.ts'
import type { Sandbox } from '../../sandbox.ts'

/** From least to most. */
export const projectAccesses: readonly ProjectAccess[] = ['view', 'pipeline', 'full']

export interface ProjectSummary {
  readonly project: Project
  readonly contract: string
  readonly owner: Member
  readonly access: ProjectAccess
  readonly people: number
}

export interface ProjectView extends ProjectSummary {
  readonly saved: readonly SavedPerson[]
  readonly collaborators: ReadonlyArray<{ readonly member: Member; readonly access: ProjectAccess }>
  /** Colleagues whom it is not shared with yet. */
  readonly others: readonly Member[]
}

interface SavedPerson {
  readonly member: Member
  readonly savedBy: Member
  readonly savedAt: number
}

export function listSummaries(sandbox: Sandbox, memberId: string): readonly ProjectSummary[] {
  return listProjectsOf(sandbox, memberId).map(project => summarise(sandbox, project, memberId))
}

export function readProjectView(sandbox: Sandbox, project: Project, memberId: string): ProjectView {
  const { members } = sandbox.store
  const shared = project.collaborators.map(each => each.memberId)
  return {
    ...summarise(sandbox, project, memberId),
    saved: listSavedProfiles(sandbox, project.projectId).map(each => ({
      member: members.get(each.memberId),
      savedBy: members.get(each.savedByMemberId),
      savedAt: each.savedAt,
    })),
    collaborators: project.collaborators.map(each => ({ member: members.get(each.memberId), access: each.access })),
    others: listPossibleCollaborators(sandbox, project)
      .filter(each => !shared.includes(each))
      .map(each => members.get(each)),
  }
}

function summarise(sandbox: Sandbox, project: Project, memberId: string): ProjectSummary {
  return {
    project,
    contract: sandbox.store.contracts.get(project.contract).name,
    owner: sandbox.store.members.get(project.ownerMemberId),
    access: findProjectAccess(sandbox, project, memberId) ?? 'view',
    people: listSavedProfiles(sandbox, project.projectId).length,
  }
}
