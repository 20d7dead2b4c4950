import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { HelpLink } from '../../ui/HelpLink.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useListKeys } from '../../ui/list-keys.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { Page } from '../../ui/Page.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'
import { countsQuery } from './desk-counts-query.tsx'
import { Merges } from './Merges.tsx'
import type { DoubtfulPair, DoubtState } from './match-desk.shapes.ts'
import { doubtsQuery } from './match-desk-queries.tsx'
import { PairCard } from './PairCard.tsx'

const route = getRouteApi('/frame/match-desk')
const views = ['open', 'dismissed', 'merged'] as const

/** Where identity is in doubt somebody looks: nobody is merged by itself. */
export function MatchDeskPage() {
  const { t } = useTranslation('match-desk')
  if (!hasRole(useSession(), 'administrator', 'recruiter')) {
    return (
      <Page title={t('title')}>
        <NoPermission title={t('noPermission')} whoCanGrant={t('noPermissionWhy')} />
      </Page>
    )
  }
  return <Desk />
}

function Desk() {
  const { t } = useTranslation('match-desk')
  const search = route.useSearch()
  const view = views.find(one => one === search.view) ?? 'open'
  const counts = useQuery(countsQuery).data
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={<HelpLink topic="match-desk" />}
      tabs={
        <TabBar label={t('views')}>
          {views.map(one => (
            <TabLink
              key={one}
              to="/match-desk"
              search={one === 'open' ? {} : { view: one }}
              activeOptions={{ exact: true }}
              aria-current={view === one ? 'page' : undefined}
              {...(counts && { count: counts[one] })}
            >
              {t(`view.${one}`)}
            </TabLink>
          ))}
        </TabBar>
      }
    >
      {view === 'merged' ? <Merges /> : <Doubts key={view} state={view} />}
    </Page>
  )
}

function Doubts({ state }: { state: DoubtState }) {
  const { t } = useTranslation('match-desk')
  const doubts = useInfiniteQuery(doubtsQuery(state))
  return (
    <>
      <Loaded query={doubts} failed={t('failed')} loading={<Loading rows={4} rowHeight={160} />}>
        {data => {
          const pairs = data.pages.flatMap(page => page.data)
          if (pairs.length > 0) return <Pairs pairs={pairs} />
          return <EmptyState title={t(`none.${state}`)} why={t(`noneWhy.${state}`)} />
        }}
      </Loaded>
      <MoreButton query={doubts}>{t('more')}</MoreButton>
    </>
  )
}

function Pairs({ pairs }: { pairs: readonly DoubtfulPair[] }) {
  useListKeys(pairs.length)
  return pairs.map((pair, index) => (
    <PairCard key={pair.people.map(one => one.id).join(' ')} pair={pair} index={index} />
  ))
}
