import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'
import { AddToJobDialog } from '../applications/AddToJobDialog.tsx'
import { CandidateActivity } from './CandidateActivity.tsx'
import { CandidateColumns } from './CandidateColumns.tsx'
import { CandidateFacts } from './CandidateFacts.tsx'
import { CandidateProfile } from './CandidateProfile.tsx'
import { CandidateReach, CandidateSubtitle } from './CandidateSubtitle.tsx'
import { candidateQuery, nameOf } from './candidate-query.tsx'
import classes from './candidates.module.css'
import type { Candidate } from './candidates.shapes.ts'
import { useHasRoom, useIsNarrow } from './room.tsx'

const route = getRouteApi('/frame/candidates/$candidateId')

/** A person opened from search, without a job around him. */
export function CandidatePage() {
  const { t } = useTranslation('candidates')
  const { candidateId } = route.useParams()
  const query = useQuery(candidateQuery(candidateId))
  const mayWork = hasRole(useSession(), 'administrator', 'recruiter', 'hiring_manager')
  const narrow = useIsNarrow()
  const candidate = query.data
  const name = candidate ? nameOf(candidate) : t('one')
  return (
    <Page
      title={name}
      crumbs={[
        <Link key="candidates" to="/candidates">
          {t('title')}
        </Link>,
      ]}
      mark={candidate ? <Initials name={name} size={40} /> : null}
      subtitle={candidate ? <CandidateSubtitle candidate={candidate} /> : null}
      actions={
        candidate ? (
          <>
            {narrow ? <CandidateReach candidate={candidate} /> : null}
            {mayWork ? <AddToJob candidate={candidate} /> : null}
          </>
        ) : null
      }
      tabs={candidate ? <Tabs candidateId={candidateId} /> : null}
      sticky={useHasRoom()}
    >
      <Loaded query={query} failed={t('oneFailed')} loading={<Loading rows={8} />}>
        {data => (
          <CandidateColumns rail={<CandidateFacts candidate={data} />}>
            <Tab key={data.id} candidate={data} mayEdit={mayWork} />
          </CandidateColumns>
        )}
      </Loaded>
    </Page>
  )
}

function Tab({ candidate, mayEdit }: { candidate: Candidate; mayEdit: boolean }) {
  const { tab } = route.useSearch()
  if (tab === 'activity') return <CandidateActivity candidateId={candidate.id} />
  return <CandidateProfile candidate={candidate} mayEdit={mayEdit} />
}

function Tabs({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation('candidates')
  const { tab } = route.useSearch()
  const here = { to: '/candidates/$candidateId', params: { candidateId } } as const
  return (
    <TabBar label={t('tabs.label')}>
      <TabLink {...here} activeOptions={{ exact: true }} aria-current={tab === 'activity' ? undefined : 'page'}>
        {t('tabs.profile')}
      </TabLink>
      <TabLink {...here} search={{ tab: 'activity' }} aria-current={tab === 'activity' ? 'page' : undefined}>
        {t('tabs.activity')}
      </TabLink>
    </TabBar>
  )
}

function AddToJob({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('candidates')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <IconPlus size={15} aria-hidden />
        <span className={classes.addWord}>{t('addToJob')}</span>
      </Button>
      <AddToJobDialog candidate={candidate} opened={open} onClose={() => setOpen(false)} />
    </>
  )
}
