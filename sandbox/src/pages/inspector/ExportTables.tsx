/** @jsxImportSource hono/jsx */
import type { Push, PushAttempt } from '../../records.ts'
import { Instant } from '../Instant.tsx'
import { appNameOf, Code, memberNameOf, newestOf, When } from './cells.tsx'
import type { InspectedState } from './inspected-state.ts'
import { type Mood, StateMark } from './StateMark.tsx'
import { Table } from './Table.tsx'

const pushMoods: Readonly<Record<Push['state'], Mood>> = {
  waiting: 'waiting',
  delivered: 'ok',
  'given-up': 'bad',
  lost: 'warning',
}

export function ExportTables(state: InspectedState) {
  const { visit, sandbox } = state
  const words = visit.words.inspector
  const exports = newestOf(state, sandbox.store.exportedCandidates.list())
  const pushes = newestOf(state, sandbox.store.pushes.list())
  return (
    <>
      <Table
        id="exports"
        title={words.exports.title}
        lead={exports.lead}
        headings={words.exports.headings}
        empty={words.empty}
        rows={exports.shown.map(exported => [
          <Code>{exported.requestId}</Code>,
          memberNameOf(state, exported.memberId),
          <Code>{exported.externalJobPostingId}</Code>,
          memberNameOf(state, exported.exporterMemberId),
          appNameOf(state, exported.clientId),
          <When visit={visit} at={exported.exportedAt} />,
          <When visit={visit} at={exported.fetchedAt} />,
        ])}
      />
      <Table
        id="pushes"
        title={words.pushes.title}
        lead={pushes.lead ?? words.pushes.lead}
        headings={words.pushes.headings}
        empty={words.empty}
        rows={pushes.shown.map(push => [
          <Code>{push.requestId}</Code>,
          <Code>{push.type}</Code>,
          appNameOf(state, push.clientId),
          <StateMark
            mood={pushMoods[push.state]}
            text={
              push.isForged ? words.pushes.forged(words.pushes.states[push.state]) : words.pushes.states[push.state]
            }
          />,
          <Attempts {...state} attempts={push.attempts} />,
          <When visit={visit} at={push.nextAttemptAt} />,
        ])}
      />
    </>
  )
}

function Attempts({ visit, attempts }: InspectedState & { attempts: readonly PushAttempt[] }) {
  if (attempts.length === 0) return <span>–</span>
  return (
    <ol>
      {attempts.map(attempt => (
        <li>
          <Instant at={attempt.at} format="time" language={visit.language} />{' '}
          {attempt.status === null ? (attempt.failure ?? visit.words.inspector.noAnswer) : `HTTP ${attempt.status}`}
        </li>
      ))}
    </ol>
  )
}
