import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import classes from './application-page.module.css'
import type { Application } from './applications.shapes.ts'

/** "1 of 5 in Screen", and the way to the one before and the one after, on the same tab. */
export function StageNeighbours({ application }: { application: Application }) {
  const { t } = useTranslation(['applications', 'closings'])
  const { position } = application
  const go = useGo()
  useNeighbourKeys(application, go)
  const { place, count, stage } = placeOf(application)
  return (
    <div className={classes.neighbours}>
      <span className={classes.place}>
        {application.state === 'closed'
          ? t('closings:page.place', { count, stage })
          : t('applications:neighbours.place', { place, count, stage })}
      </span>
      <ActionIcon
        aria-label={t('applications:neighbours.previous', { stage })}
        disabled={position.previousId === null}
        onClick={() => go(position.previousId)}
      >
        <IconChevronUp size={17} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('applications:neighbours.next', { stage })}
        disabled={position.nextId === null}
        onClick={() => go(position.nextId)}
      >
        <IconChevronDown size={17} />
      </ActionIcon>
    </div>
  )
}

/** The place in the stage, in board order. */
export function placeOf({ position, stages, stageId }: Application) {
  const stage = stages.find(one => one.id === stageId)?.name ?? ''
  return { place: position.index + 1, count: position.total, stage }
}

function useGo() {
  const navigate = useNavigate()
  return (applicationId: string | null) => {
    if (!applicationId) return
    navigate({ to: '/applications/$applicationId', params: { applicationId }, search: true, replace: true })
  }
}

function useNeighbourKeys({ position }: Application, go: (applicationId: string | null) => void): void {
  const { t } = useTranslation('applications')
  useShortcuts([
    { keys: 'j', label: t('keys.next'), run: () => go(position.nextId) },
    { keys: 'k', label: t('keys.previous'), run: () => go(position.previousId) },
  ])
}
