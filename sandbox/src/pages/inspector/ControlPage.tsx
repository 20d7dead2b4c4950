/** @jsxImportSource hono/jsx */
import { Icon } from '../Icon.tsx'
import { ClockPanel } from './ClockPanel.tsx'
import { FaultForms } from './FaultForms.tsx'
import { FaultTable } from './FaultTable.tsx'
import { InspectorFrame, tabAddresses } from './InspectorFrame.tsx'
import type { InspectedState } from './inspected-state.ts'

export type ControlNews = 'fault-on' | 'faults-off' | 'clock' | 'reset'

export interface ControlPageProps extends InspectedState {
  readonly news: ControlNews | undefined
  readonly isResetAsked: boolean
  /** Why the last form was not taken. */
  readonly problem: string | undefined
}

export function ControlPage(props: ControlPageProps) {
  const { visit, news, problem } = props
  const words = visit.words.inspector.control
  return (
    <InspectorFrame visit={visit} tab="control">
      {news !== undefined && (
        <p class="note ok" role="status">
          <Icon name="check" />
          {words.news[news]}
        </p>
      )}
      {problem !== undefined && (
        <p class="note bad" role="alert">
          <Icon name="blocked" />
          {problem}
        </p>
      )}
      <ClockPanel {...props} />
      <FaultTable {...props} />
      <FaultForms {...props} />
      <ResetPanel {...props} />
    </InspectorFrame>
  )
}

function ResetPanel({ visit, isResetAsked }: ControlPageProps) {
  const words = visit.words.inspector.control
  return (
    <section class="block" aria-labelledby="reset" id="reset-panel">
      <h2 id="reset">{words.reset}</h2>
      <p>{words.resetLead}</p>
      {isResetAsked ? (
        <form class="card form-card narrow-card" method="post" action={`${tabAddresses.control}/reset`}>
          <p class="note warning">
            <Icon name="warning" />
            {words.resetSure}
          </p>
          <div class="pair">
            <a class="button" href={tabAddresses.control}>
              {words.resetNot}
            </a>
            <button class="button danger" type="submit">
              {words.resetYes}
            </button>
          </div>
        </form>
      ) : (
        <a class="button danger" href={`${tabAddresses.control}?ask=reset#reset-panel`}>
          {words.resetAsk}
        </a>
      )}
    </section>
  )
}
