/** @jsxImportSource hono/jsx */
import { appNameOf, Code, newestOf, When } from './cells.tsx'
import type { InspectedState } from './inspected-state.ts'
import { StateMark } from './StateMark.tsx'
import { Table } from './Table.tsx'

export function JobTables(state: InspectedState) {
  const { visit, sandbox } = state
  const words = visit.words.inspector
  const jobs = newestOf(state, sandbox.store.jobPostings.list())
  const tasks = newestOf(
    state,
    sandbox.store.jobPostingTasks.list(task => task.status !== 'SUCCEEDED'),
  )
  return (
    <>
      <Table
        id="jobs"
        title={words.jobs.title}
        lead={jobs.lead}
        headings={words.jobs.headings}
        empty={words.empty}
        rows={jobs.shown.map(job => [
          <Code>{job.externalJobPostingId}</Code>,
          job.title,
          job.location,
          <StateMark mood={job.state === 'LISTED' ? 'ok' : 'bad'} text={words.jobs.states[job.state]} />,
          <Code>{job.availability}</Code>,
          appNameOf(state, job.clientId),
          <When visit={visit} at={job.changedAt} />,
        ])}
      />
      <Table
        id="tasks"
        title={words.tasks.title}
        lead={tasks.lead ?? words.tasks.lead}
        headings={words.tasks.headings}
        empty={words.empty}
        rows={tasks.shown.map(task => [
          <Code>{task.externalJobPostingId}</Code>,
          <Code>{task.operation}</Code>,
          <StateMark
            mood={task.status === 'FAILED' ? 'bad' : 'waiting'}
            text={task.status === 'FAILED' ? words.tasks.failed : words.tasks.underWay}
          />,
          task.errorMessage ?? '–',
          appNameOf(state, task.clientId),
          <When visit={visit} at={task.submittedAt} />,
        ])}
      />
    </>
  )
}
