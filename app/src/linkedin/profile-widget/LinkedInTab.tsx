import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../hiring/candidates/candidates.shapes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { MissingHalves } from './MissingHalves.tsx'
import { ProfileInLinkedIn } from './ProfileInLinkedIn.tsx'
import type { ProfileWidget } from './profile-widget.shapes.ts'
import { profileWidgetQuery, useWidgetKeptFresh } from './profile-widget-query.tsx'

/** The tab LinkedIn of a candidate: the profile, or what is missing until it can be seen. */
export function LinkedInTab({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('profile-widget')
  const query = useQuery(profileWidgetQuery(candidate.id))
  useWidgetKeptFresh(candidate.id)
  return (
    <Loaded query={query} failed={t('failed')} loading={<Loading rows={4} />}>
      {widget => <TabState candidate={candidate} widget={widget} />}
    </Loaded>
  )
}

function TabState({ candidate, widget }: { candidate: Candidate; widget: ProfileWidget }) {
  const { t } = useTranslation('profile-widget')
  switch (widget.state) {
    case 'notAllowed':
      return <NoPermission title={t('notAllowed.title')} whoCanGrant={t('notAllowed.why')} />
    case 'basicEdition':
      return (
        <EmptyState
          icon={<IconPlugConnectedX size={18} />}
          title={t('basicEdition.title')}
          why={t('basicEdition.why')}
        />
      )
    case 'halfMissing':
      return <MissingHalves widget={widget} />
    case 'ready':
      return <ProfileInLinkedIn candidate={candidate} widget={widget} />
  }
}
