/** @jsxImportSource hono/jsx */
import { appNameOf, Code, contextNameOf, memberNameOf, newestOf, When } from './cells.tsx'
import type { InspectedState } from './inspected-state.ts'
import { type Mood, StateMark } from './StateMark.tsx'
import { Table } from './Table.tsx'

const integrationMoods: Readonly<Record<string, Mood>> = {
  REQUESTED: 'waiting',
  PARTNER_READY: 'waiting',
  ENABLED: 'ok',
  DISABLED: 'bad',
}

export function AccessTables(state: InspectedState) {
  const { visit, sandbox } = state
  const words = visit.words.inspector
  const integrations = newestOf(state, sandbox.store.integrations.list())
  const configurations = newestOf(state, sandbox.store.configurations.list())
  const acls = newestOf(state, sandbox.store.entityAcls.list())
  const assignees = newestOf(state, sandbox.store.entityAclAssignees.list())
  return (
    <>
      <Table
        id="integrations"
        title={words.integrations.title}
        lead={integrations.lead}
        headings={words.integrations.headings}
        empty={words.empty}
        rows={integrations.shown.map(integration => [
          appNameOf(state, integration.clientId),
          <Code>{integration.integrationType}</Code>,
          contextNameOf(state, integration.integrationContext),
          integration.integrationName ?? '–',
          <StateMark
            mood={integrationMoods[integration.status] ?? 'waiting'}
            text={words.integrations.states[integration.status]}
          />,
          <When visit={visit} at={integration.changedAt} />,
        ])}
      />
      <Table
        id="configurations"
        title={words.configurations.title}
        lead={configurations.lead}
        headings={words.configurations.headings}
        empty={words.empty}
        rows={configurations.shown.map(configuration => [
          appNameOf(state, configuration.clientId),
          <Code>{configuration.integrationType}</Code>,
          <Code>{configuration.name}</Code>,
          <Code>{configuration.value}</Code>,
          <When visit={visit} at={configuration.changedAt} />,
        ])}
      />
      <Table
        id="acls"
        title={words.acls.title}
        lead={acls.lead ?? words.acls.lead}
        headings={words.acls.headings}
        empty={words.empty}
        rows={acls.shown.map(acl => [
          appNameOf(state, acl.clientId),
          <Code>{acl.atsEntityAclId}</Code>,
          <Code>{acl.atsEntityType}</Code>,
          <Code>{acl.atsEntityId}</Code>,
        ])}
      />
      <Table
        id="assignees"
        title={words.assignees.title}
        lead={assignees.lead}
        headings={words.assignees.headings}
        empty={words.empty}
        rows={assignees.shown.map(assignee => [
          appNameOf(state, assignee.clientId),
          <Code>{assignee.atsEntityAclId}</Code>,
          memberNameOf(state, assignee.memberId),
          <Code>{assignee.assignee}</Code>,
        ])}
      />
    </>
  )
}
