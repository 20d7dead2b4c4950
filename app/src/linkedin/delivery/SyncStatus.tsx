import { Popover, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Time } from '../../ui/Time.tsx'
import type { SyncStatus as Status } from './delivery.shapes.ts'
import classes from './sync-status.module.css'

/** The dot in the top bar: is LinkedIn up to date, and if not, why. */
export function SyncStatus() {
  const { t } = useTranslation('delivery')
  const { data } = useQuery({
    queryKey: ['linkedin', 'sync-status'],
    queryFn: () => answer(api.linkedin['sync-status'].$get()),
    refetchInterval: 60_000,
  })
  if (!data) return null
  return (
    <Popover width={320} position="bottom-end">
      <Popover.Target>
        <UnstyledButton className={classes.status}>
          <Face status={data} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        <Explanation status={data} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Face({ status }: { status: Status }) {
  const { t } = useTranslation('delivery')
  if (status.level === 'off') {
    return (
      <>
        <span className={classes.dot} aria-hidden />
        {t('face.off')}
      </>
    )
  }
  if (status.refused > 0) {
    return (
      <>
        <IconAlertTriangle size={15} className={classes.warning ?? ''} aria-hidden />
        {t('face.refused', { count: status.refused })}
      </>
    )
  }
  return (
    <>
      <span className={classes.dot} data-on aria-hidden />
      {status.lastSuccessAt ? (
        <span>
          {t('face.synced')} <Time at={status.lastSuccessAt} />
        </span>
      ) : (
        t('face.waiting')
      )}
    </>
  )
}

function Explanation({ status }: { status: Status }) {
  const { t } = useTranslation('delivery')
  return (
    <div className={classes.explanation}>
      <h2>{t('title')}</h2>
      <p>{t(`level.${status.level}`)}</p>
      {status.level === 'off' ? null : (
        <dl>
          <div>
            <dt>{t('fact.lastSuccess')}</dt>
            <dd>{status.lastSuccessAt ? <Time at={status.lastSuccessAt} as="age" /> : t('fact.never')}</dd>
          </div>
          <div>
            <dt>{t('fact.queued')}</dt>
            <dd>{status.queued}</dd>
          </div>
          <div>
            <dt>{t('fact.refused')}</dt>
            <dd>{status.refused}</dd>
          </div>
        </dl>
      )}
      {status.refused > 0 ? <p>{t('refusedHelp')}</p> : null}
    </div>
  )
}
