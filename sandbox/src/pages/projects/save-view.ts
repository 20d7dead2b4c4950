import {
  findProjectAccess,
  findSavedProfile,
  listContractsForProjects,
  listProjectsOf,
  listWritableProjects,
  saveToNewProject,
  saveToProject,
} from '../../behaviours/projects.ts'
import type { Contract, Project } from '../../records.ts'
import type { Sandbox } from '../../sandbox.ts'

/** What Save to project shows of one member to one recruiter. */
export interface SaveView {
  /** Where the member is already, as far as the recruiter may see it. */
  readonly savedIn: readonly Project[]
  readonly choices: readonly ContractChoice[]
  readonly outcome: SaveOutcome | undefined
}

/** A contract with the projects that the member can still be saved to; each can get a new one. */
export interface ContractChoice {
  readonly contract: Contract
  readonly projects: readonly Project[]
}

export interface SaveOutcome {
  readonly project: Project
  readonly isNew: boolean
}

interface SaveReading {
  readonly memberId: string
  readonly byMemberId: string
  /** In a plugin: only contracts of the company of the ATS. */
  readonly organization?: string | undefined
  readonly outcome?: SaveOutcome | undefined
}

export function readSaveView(sandbox: Sandbox, reading: SaveReading): SaveView {
  const { memberId, byMemberId, organization, outcome } = reading
  const contracts = listContractsForProjects(sandbox, byMemberId).filter(
    contract => organization === undefined || contract.organization === organization,
  )
  const isThere = ({ projectId }: Project) => findSavedProfile(sandbox, { projectId, memberId }) !== undefined
  const writable = listWritableProjects(sandbox, byMemberId).filter(project => !isThere(project))
  return {
    savedIn: listProjectsOf(sandbox, byMemberId).filter(
      project => isThere(project) && contracts.some(contract => contract.urn === project.contract),
    ),
    choices: contracts.map(contract => ({
      contract,
      projects: writable.filter(project => project.contract === contract.urn),
    })),
    outcome,
  }
}

/** The two buttons of Save to project; undefined when another one was pressed. */
export function orderSave(
  sandbox: Sandbox,
  form: URLSearchParams,
  order: { memberId: string; byMemberId: string },
): SaveOutcome | undefined {
  switch (form.get('act')) {
    case 'save-to-project':
      return saveToProject(sandbox, { ...order, projectId: form.get('project') ?? '' })
    case 'save-to-new-project':
      return saveToNewProject(sandbox, {
        ...order,
        name: form.get('name') ?? '',
        contract: form.get('contract') ?? '',
      })
    default:
      return undefined
  }
}

/** A plain form comes back by an address; what it says is read from the store again. */
export function findSaved(
  sandbox: Sandbox,
  query: URLSearchParams,
  { memberId, byMemberId }: { memberId: string; byMemberId: string },
): SaveOutcome | undefined {
  const project = sandbox.store.projects.find(query.get('saved') ?? '')
  if (project === undefined || findProjectAccess(sandbox, project, byMemberId) === undefined) return undefined
  if (findSavedProfile(sandbox, { projectId: project.projectId, memberId }) === undefined) return undefined
  return { project, isNew: query.get('was') === 'new' }
}
