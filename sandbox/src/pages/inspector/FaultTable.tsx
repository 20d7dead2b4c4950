/** @jsxImportSource hono/jsx */
import type { Fault } from '../../faults.ts'
import { appNameOf, Code } from './cells.tsx'
import { tabAddresses } from './InspectorFrame.tsx'
import type { InspectedState } from './inspected-state.ts'
import { Table } from './Table.tsx'

export function FaultTable(state: InspectedState) {
  const words = state.visit.words.inspector.faults
  const faults = state.sandbox.faults.list()
  return (
    <>
      <Table
        id="faults"
        title={words.title}
        lead={words.lead}
        headings={words.headings}
        empty={words.none}
        rows={faults.map(fault => [
          words.on[fault.on],
          words.kinds[fault.kind],
          <Code>{describeTarget(fault)}</Code>,
          fault.clientId === undefined ? words.everyApplication : appNameOf(state, fault.clientId),
          fault.count === undefined ? words.hits(fault.hits) : words.hitsOf(fault.hits, fault.count),
        ])}
      />
      {faults.length > 0 && (
        <form class="after-table" method="post" action={`${tabAddresses.control}/faults-off`}>
          <button class="button" type="submit">
            {words.allOff}
          </button>
        </form>
      )}
    </>
  )
}

function describeTarget(fault: Fault): string {
  if (fault.on === 'push') return fault.type ?? '*'
  const status = fault.kind === 'status' ? ` → ${fault.status ?? 500}` : ''
  return `${fault.method ?? '*'} ${fault.path}${status}`
}
