import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { SetUp } from './set-up.shapes.ts'

/** Why there is nothing to set up, and who can change that. */
export function NotOffered({ setUp }: { setUp: SetUp }) {
  const { t } = useTranslation('set-up')
  const why = setUp.whyNotOffered ?? 'edition'
  return (
    <EmptyState
      icon={<IconPlugConnectedX size={18} />}
      title={t(`notOffered.${why}.title`)}
      why={t(`notOffered.${why}.why`)}
    />
  )
}
