/** @jsxImportSource hono/jsx */
import type { RecordedCall } from '../../traffic.ts'
import { formatNumber } from '../formats.ts'
import { Instant } from '../Instant.tsx'
import { AppFilter } from './AppFilter.tsx'
import { appNameOf, Code } from './cells.tsx'
import { InspectorFrame, tabAddresses } from './InspectorFrame.tsx'
import type { InspectedState } from './inspected-state.ts'
import { type Mood, StateMark } from './StateMark.tsx'
import { Table } from './Table.tsx'
import type { TrafficChoice, TrafficPart } from './traffic-choice.ts'

export interface TrafficPageProps extends InspectedState {
  readonly choice: TrafficChoice
  readonly part: TrafficPart
}

export function TrafficPage(props: TrafficPageProps) {
  const { visit, part } = props
  const words = visit.words.inspector.traffic
  return (
    <InspectorFrame visit={visit} tab="traffic">
      <Filters {...props} />
      <Table
        id="calls"
        title={words.calls(formatNumber(part.total, visit.language))}
        headings={words.headings}
        empty={words.empty}
        rows={part.calls.map(call => [
          <Instant at={call.at} format="date-time" language={visit.language} />,
          words.directions[call.direction],
          <a href={`${tabAddresses.traffic}/${call.number}`}>
            <Code>{`${call.method} ${call.path}`}</Code>
          </a>,
          <CallStatus {...props} call={call} />,
          appNameOf(props, call.clientId),
          `${formatNumber(call.durationMs, visit.language)} ms`,
        ])}
      />
      {part.olderQuery !== undefined && (
        <p class="pages">
          <a href={`${tabAddresses.traffic}?${part.olderQuery}`}>{words.older}</a>
        </p>
      )}
    </InspectorFrame>
  )
}

function Filters(props: TrafficPageProps) {
  const { visit, choice } = props
  const words = visit.words.inspector.traffic
  return (
    <form class="filter-row" action={tabAddresses.traffic}>
      <div>
        <label for="path">{words.path}</label>
        <input class="field" id="path" name="path" value={choice.path} placeholder="/v2/simpleJobPostings" />
      </div>
      <div>
        <label for="status">{words.status}</label>
        <select class="field" id="status" name="status">
          {(['', '2xx', '4xx', '5xx', 'none'] as const).map(status => (
            <option value={status} selected={status === choice.status}>
              {words.statuses[status]}
            </option>
          ))}
        </select>
      </div>
      <AppFilter {...props} />
      <button class="button" type="submit">
        {visit.words.inspector.show}
      </button>
      <a class="button" href={tabAddresses.traffic}>
        {words.all}
      </a>
    </form>
  )
}

export function CallStatus({ visit, call }: InspectedState & { call: RecordedCall }) {
  if (call.status === null) return <StateMark mood="bad" text={call.failure ?? visit.words.inspector.noAnswer} />
  return <StateMark mood={moodOf(call.status)} text={String(call.status)} />
}

function moodOf(status: number): Mood {
  if (status < 400) return 'ok'
  return status < 500 ? 'warning' : 'bad'
}
