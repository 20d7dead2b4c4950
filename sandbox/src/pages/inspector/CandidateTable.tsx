/** @jsxImportSource hono/jsx */
import { findChosen, listMatched } from '../../behaviours/ats-candidates.ts'
import { fullNameOf } from '../../behaviours/members.ts'
import type { AtsCandidate } from '../../synced-records.ts'
import { appNameOf, Code, newestOf, When } from './cells.tsx'
import type { InspectedState } from './inspected-state.ts'
import { StateMark } from './StateMark.tsx'
import { Table } from './Table.tsx'

/** What an ATS synced, and whom it was matched with. */
export function CandidateTable(state: InspectedState) {
  const { visit, sandbox } = state
  const words = visit.words.inspector
  const candidates = newestOf(state, sandbox.store.atsCandidates.list())
  return (
    <Table
      id="candidates"
      title={words.candidates.title}
      lead={candidates.lead ?? words.candidates.lead}
      headings={words.candidates.headings}
      empty={words.empty}
      rows={candidates.shown.map(known => [
        <Code>{known.atsCandidateId}</Code>,
        fullNameOf(known.candidate),
        <Code>{known.candidate.emailAddresses?.join(', ') ?? '–'}</Code>,
        <Matched state={state} known={known} />,
        appNameOf(state, known.clientId),
        <When visit={visit} at={known.changedAt} />,
      ])}
    />
  )
}

function Matched({ state, known }: { state: InspectedState; known: AtsCandidate }) {
  const { visit, sandbox } = state
  const words = visit.words.inspector.candidates
  const chosen = findChosen(sandbox, known)
  if (chosen !== undefined) return <StateMark mood="ok" text={words.byHand(fullNameOf(chosen))} />
  const found = listMatched(sandbox, known)
  if (found.length > 0) return <StateMark mood="ok" text={words.found(found.map(fullNameOf).join(', '))} />
  const isUnderWay = sandbox.clock.now() < known.matchDueAt
  return <StateMark mood="waiting" text={isUnderWay ? words.underWay : words.nobody} />
}
