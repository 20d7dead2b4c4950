/** @jsxImportSource hono/jsx */
import { Code, contextNameOf, memberNameOf, newestOfAll, When } from './cells.tsx'
import type { InspectedState } from './inspected-state.ts'
import { Table } from './Table.tsx'

/** Projects stay inside Recruiter, so they belong to no application. */
export function ProjectTables(state: InspectedState) {
  const { visit, sandbox } = state
  const words = visit.words.inspector
  const access = visit.words.projects.access
  const projects = newestOfAll(state, sandbox.store.projects.list())
  const saved = newestOfAll(state, sandbox.store.savedProfiles.list())
  return (
    <>
      <Table
        id="projects"
        title={words.projects.title}
        lead={projects.lead ?? words.projects.lead}
        headings={words.projects.headings}
        empty={words.empty}
        rows={projects.shown.map(project => [
          <Code>{project.projectId}</Code>,
          project.name,
          contextNameOf(state, project.contract),
          memberNameOf(state, project.ownerMemberId),
          project.collaborators
            .map(each => `${memberNameOf(state, each.memberId)} (${access[each.access]})`)
            .join(', ') || '–',
          <When visit={visit} at={project.createdAt} />,
        ])}
      />
      <Table
        id="saved-profiles"
        title={words.savedProfiles.title}
        lead={saved.lead}
        headings={words.savedProfiles.headings}
        empty={words.empty}
        rows={saved.shown.map(each => [
          sandbox.store.projects.find(each.projectId)?.name ?? each.projectId,
          memberNameOf(state, each.memberId),
          memberNameOf(state, each.savedByMemberId),
          <When visit={visit} at={each.savedAt} />,
        ])}
      />
    </>
  )
}
