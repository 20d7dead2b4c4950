/** @jsxImportSource hono/jsx */
import type { JobPosting } from '../records.ts'
import { jobLabel } from './export-view.ts'
import { formatDate, formatDay } from './formats.ts'
import { Icon } from './Icon.tsx'
import type { Visit } from './visit.ts'

const mostOptions = 50

export interface JobOptionsProps {
  readonly visit: Visit
  readonly query: string
  readonly chosenId: string
  readonly jobs: readonly JobPosting[]
  /** When the person at hand was exported to a job, by job id. */
  readonly exportedAt: ReadonlyMap<string, number>
  readonly hasOtherAts: boolean
}

/** What opens under the job box. */
export function JobOptions(props: JobOptionsProps) {
  const { visit, jobs, query } = props
  const words = visit.words.exportBox
  const announcement = jobs.length === 0 ? words.noMatch(query) : words.matches(jobs.length)
  return (
    <>
      <div
        role="listbox"
        id="export-options"
        aria-label={words.job}
        data-announce={announcement}
        hidden={jobs.length === 0}
      >
        {jobs.slice(0, mostOptions).map((job, index) => (
          <Option {...props} job={job} index={index} />
        ))}
      </div>
      {jobs.length === 0 && (
        <p class="option-none">
          <strong>{words.noMatch(query)}</strong> {words.notYourJob}
          {props.hasOtherAts && ` ${words.orOtherAts}`}
        </p>
      )}
    </>
  )
}

function Option({
  visit,
  query,
  chosenId,
  exportedAt,
  job,
  index,
}: JobOptionsProps & { job: JobPosting; index: number }) {
  const words = visit.words.exportBox
  const since = exportedAt.get(job.externalJobPostingId)
  const date = since === undefined ? undefined : formatDate(since, visit.language)
  return (
    <div
      class="option"
      role="option"
      tabIndex={-1}
      id={`export-option-${index}`}
      aria-selected={job.externalJobPostingId === chosenId ? 'true' : 'false'}
      data-job-id={job.externalJobPostingId}
      data-label={jobLabel(job)}
      data-exported={date === undefined ? undefined : words.already(job.title, date)}
    >
      <span class="option-what">
        <Marked text={job.title} query={query} />
        <small>
          <Marked text={job.externalJobPostingId} query={query} />
          {job.location === '' ? '' : ` · ${job.location}`}
        </small>
      </span>
      {since !== undefined && (
        <span class="option-side">{words.exportedOn(formatDay(since, visit.now, visit.language))}</span>
      )}
      <Icon name="check" />
    </div>
  )
}

function Marked({ text, query }: { text: string; query: string }) {
  const wanted = query.trim().toLowerCase()
  const start = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted)
  if (start === -1) return <>{text}</>
  const end = start + wanted.length
  return (
    <>
      {text.slice(0, start)}
      <b>{text.slice(start, end)}</b>
      {text.slice(end)}
    </>
  )
}
