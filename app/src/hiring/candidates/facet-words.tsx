import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { jobQuery } from '../jobs/job-query.tsx'
import type { Facet, FacetName } from '../search/search.shapes.ts'

type Value = Facet['values'][number]

/** Sources and stages are our own words, all else is the company's; a chosen job that nobody is on now is asked for its title. */
export function useValueWords(name: FacetName, values: readonly Value[]): (value: Value) => string {
  const { t } = useTranslation('candidates')
  const nameless = name === 'job' ? values.filter(({ value, label }) => value === label) : []
  const jobs = useQueries({ queries: nameless.map(({ value }) => ({ ...jobQuery(value), retry: false })) })
  const titles = new Map(jobs.flatMap(({ data }) => (data ? [[data.id, `${data.title} · ${data.reference}`]] : [])))
  if (name === 'source' || name === 'stage') return ({ value }) => t(`${name}.${value}`)
  return ({ value, label }) => titles.get(value) ?? (value.startsWith('job_') ? t('facet.unknownJob') : label)
}
