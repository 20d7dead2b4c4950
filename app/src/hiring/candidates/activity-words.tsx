import { useTranslation } from 'react-i18next'
import type { CandidateActivity } from './candidates.shapes.ts'

/** One line of history as a sentence: who did what. */
export function useActivityWords(): (line: CandidateActivity) => string {
  const { t, i18n } = useTranslation(['candidates', 'applications', 'closings'])
  const wordActor = ({ kind, name }: CandidateActivity['actor']) =>
    name === null || kind === 'apiToken' ? t(`candidates:actor.${kind}`, { name }) : name
  return ({ kind, actor, change }) => {
    const fields = readList(change, 'fields').map(field => t(`candidates:fieldInside.${field}`))
    const reason = readText(change, 'reason')
    const values = {
      who: wordActor(actor),
      job: readText(change, 'jobTitle'),
      pool: readText(change, 'poolName'),
      stage: readText(change, 'stage', 'name'),
      from: readText(change, 'from', 'name'),
      to: readText(change, 'to', 'name'),
      reason: reason === '' ? '' : lowerFirst(t(`closings:reason.${reason}`), i18n.language),
      fields: new Intl.ListFormat(i18n.language === 'en' ? 'en-GB' : i18n.language).format(fields),
    }
    const said = ['origin', 'reason', 'as', 'linkedBy'].map(key => readText(change, key)).filter(text => text !== '')
    const variants = [...said, ...(values.pool === '' ? [] : ['named']), 'any']
    const keys = variants.map(variant => `candidates:activity.${kind}.${variant}`)
    return t([...keys, 'candidates:activity.other'], values)
  }
}

/** A label, inside a sentence. */
function lowerFirst(label: string, language: string): string {
  return label.slice(0, 1).toLocaleLowerCase(language) + label.slice(1)
}

function readText(change: Record<string, unknown>, ...path: string[]): string {
  const value = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), change)
  return typeof value === 'string' ? value : ''
}

function readList(change: Record<string, unknown>, key: string): string[] {
  const value = change[key]
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
