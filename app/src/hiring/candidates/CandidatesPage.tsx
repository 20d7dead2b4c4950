import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { LinkLikeButton } from '../../ui/links.tsx'
import { Page } from '../../ui/Page.tsx'
import { SavedViews } from '../saved-views/SavedViews.tsx'
import { soughtIn } from '../search/sought-words.tsx'
import { CandidateCount } from './CandidateCount.tsx'
import { CandidateFilterBar } from './CandidateFilterBar.tsx'
import { CandidateTable } from './CandidateTable.tsx'
import { columnsOf, isNarrowed } from './candidate-list.tsx'
import { useListView } from './list-view.tsx'
import { NewCandidateDialog } from './NewCandidateDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useSelection } from './selection.tsx'
import { type CandidateList, useCandidateList } from './useCandidateList.tsx'

/** Everybody this company knows, narrowed by words and by what they have in common. */
export function CandidatesPage() {
  const { t } = useTranslation('candidates')
  const session = useSession()
  const list = useCandidateList()
  const { search, candidates, facets, refusal, change } = list
  const mayAdd = hasRole(session, 'administrator', 'recruiter', 'hiring_manager')
  const add = (
    <Button leftSection={<IconPlus size={15} />} aria-haspopup="dialog" onClick={() => change({ new: 'candidate' })}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={mayAdd ? add : null}>
      <CandidateFilterBar list={list} views={<SavedViews {...useListView(list)} />} />
      {refusal ? (
        <EmptyState title={t('queryWrong')} why={t('queryWrongWhy')} />
      ) : (
        <>
          {facets.data ? <CandidateCount {...facets.data} q={search.q ?? ''} /> : null}
          <Loaded query={candidates} failed={t('failed')} loading={<Loading rows={10} rowHeight={53} />}>
            {data => <Found list={list} pages={data.pages} mayWork={mayAdd} />}
          </Loaded>
        </>
      )}
      <NewCandidateDialog opened={search.new !== undefined && mayAdd} onClose={() => change({ new: '' })} />
    </Page>
  )
}

type Pages = NonNullable<CandidateList['candidates']['data']>['pages']

function Found({ list, pages, mayWork }: { list: CandidateList; pages: Pages; mayWork: boolean }) {
  const { t } = useTranslation('candidates')
  const { search, query, candidates, open } = list
  const people = useMemo(() => pages.flatMap(page => page.data), [pages])
  const sought = useMemo(() => soughtIn(query.q ?? '', pages[0]?.readings), [query.q, pages])
  const selection = useSelection(JSON.stringify(query))
  const showAll = <LinkLikeButton onClick={() => open({})}>{t('showAll')}</LinkLikeButton>
  if (people.length === 0 && query.q) {
    return <EmptyState title={t('noneFound', { words: query.q })} why={t('noneFoundWhy')} action={showAll} />
  }
  if (people.length === 0 && isNarrowed(query)) {
    return <EmptyState title={t('noneNarrowed')} why={t('noneNarrowedWhy')} action={showAll} />
  }
  if (people.length === 0) return <EmptyState title={t('none')} why={t('noneWhy')} />
  const hasFailed = candidates.isFetchNextPageError
  return (
    <>
      <CandidateTable
        candidates={people}
        columns={columnsOf(search)}
        search={search}
        sought={sought}
        selection={mayWork ? selection : undefined}
        onNearEnd={candidates.hasNextPage && !hasFailed ? candidates.fetchNextPage : undefined}
      />
      {hasFailed ? (
        <ErrorState title={t('moreFailed')} error={candidates.error} onRetry={() => candidates.fetchNextPage()} />
      ) : null}
      {candidates.isFetchingNextPage ? <Loading rows={3} rowHeight={53} /> : null}
      {mayWork ? <SelectionBar selection={selection} /> : null}
    </>
  )
}
