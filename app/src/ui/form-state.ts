import { type ChangeEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../api.ts'
import { useFieldWords } from './problem-words.ts'

interface Issue {
  path: readonly PropertyKey[]
  code?: string | undefined
  message: string
  minimum?: unknown
  maximum?: unknown
}

/** The accepted shape that the server checks too; any zod schema fits. */
interface Check {
  safeParse(values: unknown): { success: boolean; error?: { issues: readonly Issue[] } | undefined }
}

interface FormInput<Values, Saved> {
  values: Values
  check?: Check
  /** `before`: what the form began with, for a save of the changed fields alone. */
  save: (values: Values, before: Values) => Promise<Saved>
  onSaved?: (saved: Saved) => void
}

export interface FieldProblem {
  field: string
  message: string
}

type TextKey<Values> = { [K in keyof Values]: Values[K] extends string ? K : never }[keyof Values] & string

/**
 * A form's values, the problems of its fields and of the whole, and what submitting does.
 * Nothing typed is ever lost: a refusal leaves all values as they are.
 */
export function useFormState<Values extends object, Saved>(input: FormInput<Values, Saved>) {
  const formId = useId()
  const wordIssue = useIssueWords()
  const wordField = useFieldWords()
  const [values, setValues] = useState(input.values)
  const [before, setBefore] = useState(input.values)
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [saving, setSaving] = useState(false)
  const [attempts, setAttempts] = useState(0)

  function set<K extends keyof Values & string>(name: K, value: Values[K]): void {
    setValues(before => ({ ...before, [name]: value }))
    setProblems(before => before.filter(problem => rootOf(problem.field) !== name))
  }

  async function submit(): Promise<void> {
    if (saving) return
    setFailure(null)
    const issues = input.check?.safeParse(values).error?.issues ?? []
    setProblems(issues.map(issue => ({ field: fieldOf(issue), message: wordIssue(issue, isEmpty(values, issue)) })))
    if (issues.length > 0) return setAttempts(count => count + 1)
    setSaving(true)
    try {
      const saved = await input.save(values, before)
      setBefore(values)
      input.onSaved?.(saved)
    } catch (error) {
      const fields = error instanceof ProblemError ? error.errors : []
      setProblems(fields.map(field => ({ field: field.field, message: wordField(field) })))
      setFailure(error)
      setAttempts(count => count + 1)
    } finally {
      setSaving(false)
    }
  }

  const idOf = (name: string) => `${formId}-${name}`
  const errorOf = (name: string) => problems.find(problem => rootOf(problem.field) === name)?.message

  return {
    values,
    set,
    saving,
    submit,
    problems,
    failure,
    /** Counts refused submits, so that the summary can take the focus each time. */
    attempts,
    idOf,
    errorOf,
    reset: (next: Values = input.values) => {
      setValues(next)
      setBefore(next)
      setProblems([])
      setFailure(null)
    },
    /** For inputs of text: `<TextInput label=... {...form.text('email')} />`. */
    text: (name: TextKey<Values>) => ({
      id: idOf(name),
      name,
      value: String(values[name]),
      error: errorOf(name),
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        const typed = event.target.value
        setValues(before => ({ ...before, [name]: typed }))
        setProblems(before => before.filter(problem => rootOf(problem.field) !== name))
      },
    }),
  }
}

/** Only what was touched: a form that stood open must not write back what others have changed meanwhile. */
export function changedFields<Values extends object>(values: Values, before: Values): Partial<Values> {
  const names = (Object.keys(values) as (keyof Values)[]).filter(
    name => JSON.stringify(values[name]) !== JSON.stringify(before[name]),
  )
  return Object.fromEntries(names.map(name => [name, values[name]])) as Partial<Values> // its own names with its own values
}

function useIssueWords(): (issue: Issue, empty: boolean) => string {
  const { t } = useTranslation('ui')
  return (issue, empty) => {
    if (empty) return t('field.required')
    if (issue.code === 'too_small') return t('field.atLeast', { count: Number(issue.minimum) })
    if (issue.code === 'too_big') return t('field.atMost', { count: Number(issue.maximum) })
    return t(`field.${issue.code}`, { defaultValue: issue.message })
  }
}

function isEmpty(values: object, issue: Issue): boolean {
  const [, value] = Object.entries(values).find(([name]) => name === issue.path[0]) ?? []
  return value === '' || value === null || value === undefined
}

function fieldOf(issue: Issue): string {
  return issue.path.map(String).join('.')
}

function rootOf(field: string): string {
  return field.split('.')[0] ?? field
}
