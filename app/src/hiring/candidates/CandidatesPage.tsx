import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchField } from '../search/SearchField.tsx'
import { CandidateTable } from './CandidateTable.tsx'
import classes from './candidates.module.css'
import { NewCandidateDialog } from './NewCandidateDialog.tsx'

const route = getRouteApi('/frame/candidates')

/** Everybody this company knows, newest first, narrowed by words. */
export function CandidatesPage() {
  const { t } = useTranslation('candidates')
  const session = useSession()
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const candidates = useCandidates(q)
  const mayAdd = hasRole(session, 'administrator', 'recruiter', 'hiring_manager')
  const add = (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={mayAdd ? add : null}>
      <div className={classes.bar}>
        <SearchField
          label={t('search')}
          className={classes.search}
          value={q}
          onSearch={text => navigate({ search: { q: text }, replace: true })}
        />
        <p className={classes.hint}>{t('searchHint')}</p>
      </div>
      <Loaded query={candidates} failed={t('failed')} loading={<Loading rows={10} rowHeight={53} />}>
        {data => {
          const list = data.pages.flatMap(page => page.data)
          if (list.length > 0) return <CandidateTable candidates={list} />
          if (q !== '') return <EmptyState title={t('noneFound', { words: q })} why={t('noneFoundWhy')} />
          return <EmptyState title={t('none')} why={t('noneWhy')} />
        }}
      </Loaded>
      {candidates.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={candidates.isFetchingNextPage}
          onClick={() => candidates.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
      <NewCandidateDialog opened={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function useCandidates(q: string) {
  return useInfiniteQuery({
    queryKey: ['candidates', { q }],
    queryFn: ({ pageParam }) =>
      answer(api.candidates.$get({ query: { limit: 50, ...(q && { q }), ...(pageParam && { next: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}
