/** @jsxImportSource hono/jsx */
import { appNameOf, Code, newestOf, When } from './cells.tsx'
import type { InspectedState } from './inspected-state.ts'
import { type Mood, StateMark } from './StateMark.tsx'
import { Table } from './Table.tsx'

const endpointMoods: Readonly<Record<string, Mood>> = {
  validated: 'ok',
  unchecked: 'waiting',
  failing: 'warning',
  blocked: 'bad',
}

export function ApplicationTables(state: InspectedState) {
  const { visit, sandbox } = state
  const words = visit.words.inspector
  const applications = newestOf(state, sandbox.store.applications.list())
  const endpoints = newestOf(state, sandbox.store.callbackEndpoints.list())
  return (
    <>
      <Table
        id="applications"
        title={words.applications.title}
        lead={applications.lead}
        headings={words.applications.headings}
        empty={words.empty}
        rows={applications.shown.map(application => [
          application.name,
          words.applications.kinds[application.kind],
          <Code>{application.clientId}</Code>,
          application.uniqueForeignId === '' ? '–' : <Code>{application.uniqueForeignId}</Code>,
          <Lines texts={application.oauth2AuthorizedCallbackUrls} />,
          <Lines texts={application.validJsSdkDomains} />,
          <When visit={visit} at={application.createdAt} />,
        ])}
      />
      <Table
        id="callbacks"
        title={words.callbacks.title}
        lead={endpoints.lead}
        headings={words.callbacks.headings}
        empty={words.empty}
        rows={endpoints.shown.map(endpoint => [
          appNameOf(state, endpoint.clientId),
          <Code>{endpoint.url}</Code>,
          <StateMark mood={endpointMoods[endpoint.state] ?? 'waiting'} text={words.callbacks.states[endpoint.state]} />,
          endpoint.lastFailure ?? '–',
          <When visit={visit} at={endpoint.lastCheckedAt} />,
          <When visit={visit} at={endpoint.nextCheckAt} />,
        ])}
      />
    </>
  )
}

function Lines({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <span>–</span>
  return (
    <ul>
      {texts.map(text => (
        <li>
          <Code>{text}</Code>
        </li>
      ))}
    </ul>
  )
}
