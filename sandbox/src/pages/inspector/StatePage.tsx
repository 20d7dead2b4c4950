/** @jsxImportSource hono/jsx */
import { AccessTables } from './AccessTables.tsx'
import { AppFilter } from './AppFilter.tsx'
import { ApplicationTables } from './ApplicationTables.tsx'
import { CandidateTable } from './CandidateTable.tsx'
import { ExportTables } from './ExportTables.tsx'
import { InspectorFrame, tabAddresses } from './InspectorFrame.tsx'
import type { InspectedState } from './inspected-state.ts'
import { JobTables } from './JobTables.tsx'
import { ProjectTables } from './ProjectTables.tsx'
import { SyncedApplicationTable } from './SyncedApplicationTable.tsx'

export function StatePage(props: InspectedState) {
  const { visit } = props
  return (
    <InspectorFrame visit={visit} tab="state">
      <form class="filter-row" action={tabAddresses.state}>
        <AppFilter {...props} />
        <button class="button" type="submit">
          {visit.words.inspector.show}
        </button>
      </form>
      <ApplicationTables {...props} />
      <AccessTables {...props} />
      <JobTables {...props} />
      <CandidateTable {...props} />
      <SyncedApplicationTable {...props} />
      <ExportTables {...props} />
      <ProjectTables {...props} />
    </InspectorFrame>
  )
}
