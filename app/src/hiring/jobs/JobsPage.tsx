import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchField } from '../search/SearchField.tsx'
import { JobList } from './JobList.tsx'
import classes from './jobs.module.css'
import { type JobFilter, jobStates } from './jobs.shapes.ts'
import { NewJobDialog } from './NewJobDialog.tsx'

const route = getRouteApi('/frame/jobs')

export function JobsPage() {
  const { t } = useTranslation('jobs')
  const session = useSession()
  const { filter, isCreating, change } = useJobFilter()
  const jobs = useInfiniteQuery({
    queryKey: ['jobs', filter],
    queryFn: ({ pageParam }) =>
      answer(api.jobs.$get({ query: { ...filter, ...(pageParam ? { next: pageParam } : {}) } })),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
  })
  const mayCreate = hasRole(session, 'recruiter', 'hiring_manager')
  const create = (
    <Button leftSection={<IconPlus size={15} />} aria-haspopup="dialog" onClick={() => change({ new: 'job' })}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={mayCreate ? create : null}>
      <JobFilterBar filter={filter} onChange={change} />
      <Loaded query={jobs} failed={t('failed')} loading={<Loading rows={8} rowHeight={53} />}>
        {data => {
          const list = data.pages.flatMap(page => page.data)
          return list.length > 0 ? <JobList jobs={list} /> : <NoJobs filter={filter} mayCreate={mayCreate} />
        }}
      </Loaded>
      <MoreButton query={jobs}>{t('more')}</MoreButton>
      <NewJobDialog opened={isCreating && mayCreate} onClose={() => change({ new: '' })} />
    </Page>
  )
}

type FilterPart = { scope?: string; state?: string; q?: string; new?: string }

interface JobFilterBarProps {
  filter: JobFilter
  onChange: (part: FilterPart) => void
}

function JobFilterBar({ filter, onChange }: JobFilterBarProps) {
  const { t } = useTranslation('jobs')
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={t('scope.label')}
        value={filter.scope}
        onChange={scope => onChange({ scope: scope === 'all' ? 'all' : '' })}
        data={[
          { value: 'mine', label: t('scope.mine') },
          { value: 'all', label: t('scope.all') },
        ]}
      />
      <SearchField
        label={t('search')}
        className={classes.search}
        value={filter.q ?? ''}
        onSearch={q => onChange({ q })}
      />
      <Select
        aria-label={t('stateFilter')}
        className={classes.state ?? ''}
        clearable
        clearButtonProps={{ 'aria-label': t('anyState') }}
        placeholder={t('anyState')}
        data={jobStates.map(state => ({ value: state, label: t(`state.${state}`) }))}
        value={filter.state ?? null}
        onChange={state => onChange({ state: state ?? '' })}
      />
    </div>
  )
}

function NoJobs({ filter, mayCreate }: { filter: JobFilter; mayCreate: boolean }) {
  const { t } = useTranslation('jobs')
  if (filter.q || filter.state) return <EmptyState title={t('noneFound')} why={t('noneFoundWhy')} />
  if (filter.scope === 'all') return <EmptyState title={t('none')} why={t('noneWhy')} />
  return <EmptyState title={t('noneMine')} why={t(mayCreate ? 'noneMineWhy' : 'noneMineWhyOther')} />
}

/** The filter is in the address; without anything there, one sees one's own jobs. */
function useJobFilter() {
  const { scope, state, q, new: dialog } = route.useSearch()
  const navigate = route.useNavigate()
  const known = jobStates.find(one => one === state)
  const filter: JobFilter = { scope: scope === 'all' ? 'all' : 'mine', ...(known && { state: known }), ...(q && { q }) }
  const change = (part: FilterPart) => {
    navigate({ search: before => ({ ...before, ...part }), replace: true })
  }
  return { filter, isCreating: dialog !== undefined, change }
}
