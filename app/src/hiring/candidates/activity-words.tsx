import { useTranslation } from 'react-i18next'
import type { CandidateActivity } from './candidates.shapes.ts'

/** One line of history as a sentence: who did what. */
export function useActivityWords(): (line: CandidateActivity) => string {
  const { t, i18n } = useTranslation(['candidates', 'applications'])
  const wordActor = ({ kind, name }: CandidateActivity['actor']) =>
    name === null || kind === 'apiToken' ? t(`candidates:actor.${kind}`, { name }) : name
  return ({ kind, actor, change }) => {
    const fields = readList(change, 'fields').map(field => t(`candidates:fieldInside.${field}`))
    const values = {
      who: wordActor(actor),
      job: readText(change, 'jobTitle'),
      pool: readText(change, 'poolName'),
      stage: readText(change, 'stage', 'name'),
      from: readText(change, 'from', 'name'),
      to: readText(change, 'to', 'name'),
      fields: new Intl.ListFormat(i18n.language === 'en' ? 'en-GB' : i18n.language).format(fields),
    }
    const said = ['origin', 'reason', 'linkedBy'].map(key => readText(change, key)).find(text => text !== '')
    const variant = said ?? (values.pool === '' ? undefined : 'named')
    const keys = [`candidates:activity.${kind}.${variant}`, `candidates:activity.${kind}.any`]
    return t([...keys, 'candidates:activity.other'], values)
  }
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
