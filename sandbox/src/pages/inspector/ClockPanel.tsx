/** @jsxImportSource hono/jsx */
import { Instant } from '../Instant.tsx'
import { Code } from './cells.tsx'
import { tabAddresses } from './InspectorFrame.tsx'
import type { InspectedState } from './inspected-state.ts'
import { Table } from './Table.tsx'

/** Steps a tester needs: a retry, a challenge, the end of the retries, of a request, of a month. */
const steps = [5, 30, 120, 480, 1_440, 43_200] as const

const mostTimers = 20

export function ClockPanel({ visit, sandbox }: InspectedState) {
  const words = visit.words.inspector.clock
  const timers = sandbox.clock.listTimers()
  return (
    <>
      <section class="block" aria-labelledby="clock">
        <h2 id="clock">{words.title}</h2>
        <p>
          {words.now} <Instant at={sandbox.clock.now()} format="date-time" language={visit.language} />.{' '}
          {sandbox.clock.isFrozen() ? words.frozen : words.running}
        </p>
        <form class="filter-row" method="post" action={`${tabAddresses.control}/clock`}>
          <div>
            <label for="minutes">{words.advanceBy}</label>
            <select class="field" id="minutes" name="minutes">
              {steps.map(minutes => (
                <option value={String(minutes)}>{words.steps[minutes]}</option>
              ))}
            </select>
          </div>
          <button class="button" type="submit" name="do" value="advance">
            {words.advance}
          </button>
          <button class="button" type="submit" name="do" value={sandbox.clock.isFrozen() ? 'unfreeze' : 'freeze'}>
            {sandbox.clock.isFrozen() ? words.unfreeze : words.freeze}
          </button>
        </form>
      </section>
      <Table
        id="timers"
        title={words.timers}
        lead={words.timersLead}
        headings={words.timerHeadings}
        empty={words.noTimers}
        rows={timers
          .slice(0, mostTimers)
          .map(timer => [
            <Instant at={timer.dueAt} format="date-time" language={visit.language} />,
            <Code>{timer.key}</Code>,
          ])}
      />
    </>
  )
}
