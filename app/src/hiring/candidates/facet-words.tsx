import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { jobQuery } from '../jobs/job-query.tsx'
import type { Facet, FacetName } from '../search/search.shapes.ts'
import { poolQuery } from '../talent-pools/pool-query.tsx'

type Value = Facet['values'][number]

/** Sources and stages are our own words, all else is the company's; a chosen job or pool that nobody is in now is asked for its name. */
export function useValueWords(name: FacetName, values: readonly Value[]): (value: Value) => string {
  const { t } = useTranslation('candidates')
  const nameless = values.filter(({ value, label }) => value === label)
  const jobs = useQueries({
    queries: (name === 'job' ? nameless : []).map(({ value }) => ({ ...jobQuery(value), retry: false })),
  })
  const pools = useQueries({
    queries: (name === 'pool' ? nameless : []).map(({ value }) => ({ ...poolQuery(value), retry: false })),
  })
  const titles = new Map([
    ...jobs.flatMap(({ data }) => (data ? [[data.id, `${data.title} · ${data.reference}`] as const] : [])),
    ...pools.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])),
  ])
  if (name === 'pool')
    return ({ value, label }) => titles.get(value) ?? (value === label ? t('facet.unknownPool') : label)
  if (name === 'source' || name === 'stage') return ({ value }) => t(`${name}.${value}`)
  return ({ value, label }) => titles.get(value) ?? (value.startsWith('job_') ? t('facet.unknownJob') : label)
}
