/** @jsxImportSource hono/jsx */
import { readDetails } from '../../behaviours/in-ats.ts'
import { fullNameOf } from '../../behaviours/members.ts'
import { appNameOf, Code, newestOf, When } from './cells.tsx'
import type { InspectedState } from './inspected-state.ts'
import { Table } from './Table.tsx'

/** Applications for jobs as an ATS synced them, with what stands below each. */
export function SyncedApplicationTable(state: InspectedState) {
  const { visit, sandbox } = state
  const words = visit.words.inspector
  const applications = newestOf(state, sandbox.store.atsApplications.list())
  return (
    <Table
      id="synced-applications"
      title={words.syncedApplications.title}
      lead={applications.lead ?? words.syncedApplications.lead}
      headings={words.syncedApplications.headings}
      empty={words.empty}
      rows={applications.shown.map(known => {
        const { steps, notes, feedback } = readDetails(sandbox, known)
        return [
          <Code>{known.atsJobApplicationId}</Code>,
          fullNameOf(known.application),
          <Code>{known.application.atsCandidateId ?? '–'}</Code>,
          <Code>{known.application.atsJobPostingId}</Code>,
          steps.at(-1)?.body.stage ?? '–',
          words.syncedApplications.parts(steps.length, feedback.length, notes.length),
          appNameOf(state, known.clientId),
          <When visit={visit} at={known.changedAt} />,
        ]
      })}
    />
  )
}
