/** @jsxImportSource hono/jsx */
import type { JobPosting } from '../records.ts'
import { atsKeyOf, type ExportOutcome, type ExportView, jobLabel } from './export-view.ts'
import { formatDate, formatNumber } from './formats.ts'
import { Icon } from './Icon.tsx'
import type { Visit } from './visit.ts'

export interface ExportFormProps {
  readonly visit: Visit
  readonly view: ExportView
}

/** Works as a plain form; the script puts a list under the box and sends in place. */
export function ExportForm({ visit, view }: ExportFormProps) {
  const words = visit.words.exportBox
  const { outcome, obstacle } = view
  const isAgain = outcome?.kind === 'already'
  const isUsedUp = obstacle?.kind === 'quotaUsed'
  return (
    <form
      method="post"
      action={`/talent/profile/${view.member.memberId}/export?${view.context}`}
      data-sends-in-place="export-box"
      data-sending={words.sending}
      data-retry={words.retry}
      data-export={words.button}
      data-again={words.again}
    >
      <input type="hidden" name="ats" value={view.target === undefined ? '' : atsKeyOf(view.target)} />
      <input type="hidden" name="again" value={isAgain ? 'yes' : ''} />
      <JobBox visit={visit} view={view} />
      {outcome?.kind === 'choose' && <JobChoices visit={visit} jobs={outcome.jobs} />}
      <Trouble visit={visit} view={view} outcome={outcome} />
      <p
        class="note warning"
        data-already={true}
        data-outcome={isAgain ? true : undefined}
        role="status"
        tabindex={-1}
        hidden={!isAgain}
      >
        <Icon name="info" />
        <span data-sentence={true}>
          {isAgain ? words.already(outcome.job.title, formatDate(outcome.exportedAt, visit.language)) : ''}
        </span>
      </p>
      <p class="note bad" data-not-sent={true} role="alert" tabindex={-1} hidden={true}>
        <Icon name="blocked" />
        <span>{words.failed}</span>
      </p>
      <button
        class="button filled wide"
        type="submit"
        aria-disabled={isUsedUp ? 'true' : undefined}
        aria-describedby={isUsedUp ? 'export-obstacle' : undefined}
      >
        {labelButton(outcome, words)}
      </button>
    </form>
  )
}

function labelButton(outcome: ExportOutcome | undefined, words: Visit['words']['exportBox']): string {
  if (outcome?.kind === 'failed') return words.retry
  return outcome?.kind === 'already' ? words.again : words.button
}

function JobBox({ visit, view }: ExportFormProps) {
  const words = visit.words.exportBox
  const { text, id, isWrong } = readEntry(view.outcome)
  const source = `/talent/profile/${view.member.memberId}/jobs?${new URLSearchParams({ ats: atsKey(view) })}`
  return (
    <>
      <label for="export-job">{words.job}</label>
      <div class="combobox" data-combobox={true} data-source={source}>
        <Icon name="search" />
        <input
          class="field"
          id="export-job"
          name="job"
          value={text}
          placeholder={words.placeholder}
          autocomplete="off"
          list="export-jobs"
          data-job-text={true}
          aria-invalid={isWrong ? 'true' : undefined}
          aria-describedby={isWrong ? 'export-trouble' : undefined}
        />
        <input type="hidden" name="jobId" value={id} data-job-id={true} />
        <button class="combobox-clear" type="button" aria-label={words.clear} data-clear={true} hidden={true}>
          <Icon name="cross" />
        </button>
        <div class="options" data-popup={true} hidden={true}>
          <div role="listbox" id="export-options" aria-label={words.job} hidden={true} />
        </div>
        <span class="visually-hidden" role="status" data-count={true} />
      </div>
      <datalist id="export-jobs">
        {view.jobs.map(job => (
          <option value={jobLabel(job)} />
        ))}
      </datalist>
    </>
  )
}

/** Only without script, or when Enter came before the list: the text alone did not say which job. */
function JobChoices({ visit, jobs }: { visit: Visit; jobs: readonly JobPosting[] }) {
  return (
    <fieldset class="choices" tabindex={-1} data-outcome={true}>
      <legend class="label">{visit.words.exportBox.chooseOne}</legend>
      {jobs.map(job => (
        <label class="choice">
          <input type="radio" name="choice" value={job.externalJobPostingId} />
          <span>
            {job.title}
            <small>{[job.externalJobPostingId, job.location].filter(part => part !== '').join(' · ')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Trouble({ visit, view, outcome }: ExportFormProps & { outcome: ExportOutcome | undefined }) {
  const sentence = outcome === undefined ? undefined : describeTrouble(visit, view, outcome)
  if (sentence === undefined) return null
  return (
    <p class="note bad" id="export-trouble" role="alert" tabindex={-1} data-outcome={true}>
      <Icon name="blocked" />
      <span>{sentence}</span>
    </p>
  )
}

function describeTrouble(visit: Visit, view: ExportView, outcome: ExportOutcome): string | undefined {
  const words = visit.words.exportBox
  switch (outcome.kind) {
    case 'failed':
      return words.failed
    case 'empty':
      return words.chooseFirst
    case 'noMatch':
      return [words.noMatch(outcome.text), words.notYourJob, view.targets.length > 1 ? words.orOtherAts : '']
        .join(' ')
        .trim()
    case 'refused':
      return describeRefusal(visit, view, outcome)
    case 'done':
    case 'already':
    case 'choose':
      return undefined
  }
}

/** LinkedIn's own sentence where we have no better one. */
function describeRefusal(visit: Visit, view: ExportView, outcome: ExportOutcome & { kind: 'refused' }): string {
  const words = visit.words.exportBox
  const job = outcome.job?.title ?? ''
  switch (outcome.reason) {
    case 'job-closed':
      return words.jobClosed(job)
    case 'job-not-offered':
      return words.jobUnknown
    case 'no-seat':
      return words.noSeat
    case 'export-off':
      return words.switchedOff(view.target?.name ?? '')
    case 'export-under-way':
      return words.underWay(view.target?.name ?? '')
    case 'quota-used': {
      if (view.obstacle?.kind !== 'quotaUsed') return outcome.message
      const { limit, resetsAt } = view.obstacle.quota
      return words.quotaUsed(formatNumber(limit, visit.language), formatDate(resetsAt, visit.language))
    }
    default:
      return outcome.message
  }
}

function readEntry(outcome: ExportOutcome | undefined): { text: string; id: string; isWrong: boolean } {
  switch (outcome?.kind) {
    case 'choose':
      return { text: outcome.text, id: '', isWrong: false }
    case 'empty':
    case 'noMatch':
      return { text: outcome.text, id: '', isWrong: true }
    case 'failed':
    case 'already':
      return { ...labelOf(outcome.job), isWrong: false }
    case 'refused':
      return { ...labelOf(outcome.job), isWrong: true }
    default:
      return { text: '', id: '', isWrong: false }
  }
}

function labelOf(job: JobPosting | undefined): { text: string; id: string } {
  return job === undefined ? { text: '', id: '' } : { text: jobLabel(job), id: job.externalJobPostingId }
}

function atsKey(view: ExportView): string {
  return view.target === undefined ? '' : atsKeyOf(view.target)
}
