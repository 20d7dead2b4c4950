import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { JobList } from './JobList.tsx'
import classes from './jobs.module.css'
import { type JobFilter, jobStates } from './jobs.shapes.ts'
import { NewJobDialog } from './NewJobDialog.tsx'

interface JobsPageProps {
  /** Recruiters and hiring managers may make a job. */
  mayCreate: boolean
}

export function JobsPage({ mayCreate }: JobsPageProps) {
  const { t } = useTranslation('jobs')
  const [creating, setCreating] = useState(false)
  const { filter, change } = useJobFilter()
  const jobs = useInfiniteQuery({
    queryKey: ['jobs', filter],
    queryFn: ({ pageParam }) => answer(api.jobs.$get({ query: { ...filter, ...(pageParam ? { next: pageParam } : {}) } })),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
  })
  const isFiltered = filter.q !== undefined || filter.state !== undefined
  return (
    <Page
      title={t('title')}
      actions={
        mayCreate ? (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setCreating(true)}>
            {t('new')}
          </Button>
        ) : null
      }
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('scope.label')}
          value={filter.scope}
          onChange={scope => change({ scope: scope === 'all' ? 'all' : 'mine' })}
          data={[
            { value: 'mine', label: t('scope.mine') },
            { value: 'all', label: t('scope.all') },
          ]}
        />
        <TextInput
          type="search"
          className={classes.search}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={15} />}
          value={filter.q ?? ''}
          onChange={event => change({ q: event.target.value || undefined })}
        />
        <Select
          aria-label={t('stateFilter')}
          className={classes.state}
          clearable
          placeholder={t('anyState')}
          data={jobStates.map(state => ({ value: state, label: t(`state.${state}`) }))}
          value={filter.state ?? null}
          onChange={state => change({ state: jobStates.find(one => one === state) })}
        />
      </div>
      <Loaded query={jobs} failed={t('failed')}>
        {data => {
          const list = data.pages.flatMap(page => page.data)
          if (list.length > 0) return <JobList jobs={list} />
          if (isFiltered) return <EmptyState title={t('noneFound')} why={t('noneFoundWhy')} />
          return <EmptyState title={t('none')} why={t(filter.scope === 'mine' ? 'noneMineWhy' : 'noneWhy')} />
        }}
      </Loaded>
      {jobs.hasNextPage ? (
        <Button variant="default" mt="md" loading={jobs.isFetchingNextPage} onClick={() => jobs.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      <NewJobDialog opened={creating} onClose={() => setCreating(false)} />
    </Page>
  )
}

function useJobFilter() {
  const filter: JobFilter = { scope: 'mine', ...(useSearch({ strict: false }) as Partial<JobFilter>) } // checked by the screen's route
  const navigate = useNavigate()
  const change = (part: { [K in keyof JobFilter]?: JobFilter[K] | undefined }) =>
    navigate({ to: '.', search: before => ({ ...before, ...part }), replace: true })
  return { filter, change }
}
