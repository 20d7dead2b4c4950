import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState.tsx'

interface NoPermissionProps {
  /** The thing that stays closed, as a sentence. */
  title: string
  /** Who can open it: "An administrator can give you the role Recruiter." */
  whoCanGrant?: string
}

export function NoPermission({ title, whoCanGrant }: NoPermissionProps) {
  const { t } = useTranslation('ui')
  return <EmptyState icon={<IconLock size={18} />} title={title} why={whoCanGrant ?? t('state.askAdministrator')} />
}
