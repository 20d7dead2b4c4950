import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'
import { AddToJobDialog } from '../applications/AddToJobDialog.tsx'
import { EraseMenu } from '../erasing/EraseMenu.tsx'
import { useRemember } from '../search/recent.tsx'
import { poolCrumbs } from '../talent-pools/PoolCrumb.tsx'
import { CandidateActivity } from './CandidateActivity.tsx'
import { CandidateColumns } from './CandidateColumns.tsx'
import { CandidateFacts } from './CandidateFacts.tsx'
import { CandidateNeighbours, PoolNeighbours } from './CandidateNeighbours.tsx'
import { CandidateProfile } from './CandidateProfile.tsx'
import { CandidateReach, CandidateSubtitle } from './CandidateSubtitle.tsx'
import { candidateQuery, nameOf } from './candidate-query.tsx'
import classes from './candidates.module.css'
import type { Candidate } from './candidates.shapes.ts'
import { listSearch } from './list-search.tsx'
import { currentTab, findTab, type MoreTab, TabContent } from './more-tabs.tsx'
import { useHasRoom, useIsNarrow } from './room.tsx'

const route = getRouteApi('/frame/candidates/$candidateId')

interface CandidatePageProps {
  moreTabs: readonly MoreTab[]
  /** What other parts of the product say about this person, above all else. */
  note: (candidate: Candidate) => ReactNode
}

/** A person opened from search, without a job around him. */
export function CandidatePage({ moreTabs, note }: CandidatePageProps) {
  const { t } = useTranslation('candidates')
  const { candidateId } = route.useParams()
  const { from, ...search } = route.useSearch()
  const query = useQuery(candidateQuery(candidateId))
  const mayWork = hasRole(useSession(), 'administrator', 'recruiter', 'hiring_manager')
  const narrow = useIsNarrow()
  const candidate = query.data
  useRemember('candidate', candidate?.id)
  const poolId = from?.startsWith('pool_') ? from : undefined
  const neighbours = poolId ? (
    <PoolNeighbours candidateId={candidateId} poolId={poolId} />
  ) : from ? (
    <CandidateNeighbours candidateId={candidateId} />
  ) : null
  const name = candidate ? nameOf(candidate) : t('one')
  return (
    <Page
      key={candidateId}
      title={name}
      crumbs={
        poolId
          ? poolCrumbs(poolId, search.sort)
          : [
              <Link key="candidates" to="/candidates" search={from ? listSearch(search) : {}}>
                {t('title')}
              </Link>,
            ]
      }
      mark={candidate ? <Initials name={name} size={40} /> : null}
      subtitle={candidate ? <CandidateSubtitle candidate={candidate} /> : null}
      actions={
        candidate ? (
          <>
            {narrow ? <CandidateReach candidate={candidate} /> : null}
            {mayWork ? <AddToJob candidate={candidate} /> : null}
            {narrow ? null : neighbours}
            <EraseMenu candidateId={candidate.id} name={name} />
          </>
        ) : null
      }
      tabs={
        candidate ? (
          <div className={classes.tabs}>
            <Tabs candidateId={candidateId} moreTabs={moreTabs} />
            {narrow ? neighbours : null}
          </div>
        ) : null
      }
      sticky={useHasRoom()}
    >
      <Loaded query={query} failed={t('oneFailed')} loading={<Loading rows={8} />}>
        {data =>
          data.id === candidateId ? (
            <CandidateColumns rail={<CandidateFacts candidate={data} />}>
              <Suspense>{note(data)}</Suspense>
              <Tab key={data.id} candidate={data} mayEdit={mayWork} moreTabs={moreTabs} />
            </CandidateColumns>
          ) : (
            // He was merged into another candidate: the address leads on to that one.
            <Navigate to="/candidates/$candidateId" params={{ candidateId: data.id }} replace />
          )
        }
      </Loaded>
    </Page>
  )
}

interface TabProps {
  candidate: Candidate
  mayEdit: boolean
  moreTabs: readonly MoreTab[]
}

function Tab({ candidate, mayEdit, moreTabs }: TabProps) {
  const { tab } = route.useSearch()
  const more = findTab(moreTabs, tab)
  if (more) return <TabContent tab={more} candidate={candidate} />
  if (tab === 'activity') return <CandidateActivity candidateId={candidate.id} />
  return <CandidateProfile candidate={candidate} mayEdit={mayEdit} />
}

function Tabs({ candidateId, moreTabs }: { candidateId: string; moreTabs: readonly MoreTab[] }) {
  const { t } = useTranslation('candidates')
  const { tab, ...list } = route.useSearch()
  const current = currentTab(moreTabs, tab)
  const here = { to: '/candidates/$candidateId', params: { candidateId } } as const
  return (
    <TabBar label={t('tabs.label')}>
      <TabLink
        {...here}
        search={list}
        activeOptions={{ exact: true }}
        aria-current={current === 'profile' ? 'page' : undefined}
      >
        {t('tabs.profile')}
      </TabLink>
      <TabLink
        {...here}
        search={{ ...list, tab: 'activity' }}
        aria-current={current === 'activity' ? 'page' : undefined}
      >
        {t('tabs.activity')}
      </TabLink>
      {moreTabs.map(({ name, Offered }) => (
        <Offered key={name}>
          {title => (
            <TabLink {...here} search={{ ...list, tab: name }} aria-current={current === name ? 'page' : undefined}>
              {title}
            </TabLink>
          )}
        </Offered>
      ))}
    </TabBar>
  )
}

function AddToJob({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('candidates')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <IconPlus size={15} aria-hidden />
        <span className={classes.addWord}>{t('addToJob')}</span>
      </Button>
      <AddToJobDialog candidate={candidate} opened={open} onClose={() => setOpen(false)} />
    </>
  )
}
