import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from './form-state.ts'
import { useProblemWords } from './problem-words.ts'
import classes from './record-form.module.css'

interface RecordFormProps {
  form: {
    submit: () => Promise<void>
    problems: FieldProblem[]
    failure: unknown
    attempts: number
    idOf: (name: string) => string
  }
  /** The visible label of each field, for the links of the summary. */
  labels: Record<string, string>
  /** Names the form for assistive technology. */
  name: string
  children: ReactNode
}

/** A form whose refusals stand beside the fields and, with links, in a summary that takes the focus. */
export function RecordForm({ form, labels, name, children }: RecordFormProps) {
  return (
    <form
      noValidate
      aria-label={name}
      className={classes.form}
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        form.submit()
      }}
    >
      <ErrorSummary form={form} labels={labels} />
      {children}
    </form>
  )
}

function ErrorSummary({ form, labels }: Pick<RecordFormProps, 'form' | 'labels'>) {
  const { t } = useTranslation('ui')
  const wordProblem = useProblemWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.attempts > 0) box.current?.focus()
  }, [form.attempts])
  if (form.problems.length === 0 && form.failure === null) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className={classes.summary}>
      <p className={classes.summaryTitle}>
        {form.problems.length > 0 ? t('field.summary', { count: form.problems.length }) : wordProblem(form.failure)}
      </p>
      {form.problems.length > 0 ? (
        <ul className={classes.list}>
          {form.problems.map(problem => (
            <li key={problem.field}>
              <ProblemLink problem={problem} form={form} label={labels[problem.field.split('.')[0] ?? ''] ?? ''} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function ProblemLink({
  problem,
  form,
  label,
}: Pick<RecordFormProps, 'form'> & { problem: FieldProblem; label: string }) {
  const { t } = useTranslation('ui')
  const text = label === '' ? problem.message : t('field.named', { field: label, problem: problem.message })
  const id = form.idOf(problem.field.split('.')[0] ?? '')
  return (
    <a
      href={`#${id}`}
      onClick={event => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      }}
    >
      {text}
    </a>
  )
}
