import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './application-page.module.css'
import type { Application } from './applications.shapes.ts'
import type { Person } from './useClosings.tsx'

interface ApplicationClosedProps {
  application: Application
  name: string
  onReopen: (person: Person, stage: string) => Promise<boolean>
}

/** Why this person is out of the running, since when, and the way back. */
export function ApplicationClosed({ application, name, onReopen }: ApplicationClosedProps) {
  const { t } = useTranslation('closings')
  const closing = application.closings.at(-1)
  const stage = application.stages.find(one => one.id === application.stageId)?.name ?? ''
  const reopen = async () => {
    const isBack = await onReopen({ id: application.id, name }, stage)
    // The button goes with what it could do.
    if (isBack) document.querySelector<HTMLElement>('main h1')?.focus()
  }
  return (
    <div className={classes.closed}>
      {closing ? (
        <div>
          <StatusWord tone="off">
            {t('asWithReason', { as: t(`as.${closing.as}`), reason: t(`reason.${closing.reason}`) })}
          </StatusWord>
          <p className={classes.closedBy}>
            <Time at={closing.at} />
            {closing.by ? ` ${t('page.by', { name: closing.by })}` : ''}
          </p>
        </div>
      ) : null}
      {application.permissions.reopen ? (
        <Button variant="default" onClick={reopen}>
          {t('reopen')}
        </Button>
      ) : null}
    </div>
  )
}
