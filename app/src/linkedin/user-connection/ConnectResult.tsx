import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './connections-tab.module.css'

const route = getRouteApi('/frame/settings/connections')

/** How the way through LinkedIn's sign-in ended; the address says it, so that loading again says it again. */
export function ConnectResult() {
  const { t } = useTranslation('user-connection')
  const { linkedin } = route.useSearch()
  const navigate = useNavigate()
  if (linkedin === undefined) return null
  const isGood = linkedin === 'connected'
  return (
    <div role={isGood ? 'status' : 'alert'} className={classes.result} data-good={isGood || undefined}>
      {isGood ? <IconCircleCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
      <p>{t(`result.${linkedin}`, { defaultValue: t('result.failed') })}</p>
      <CloseButton
        size={28}
        iconSize={16}
        aria-label={t('ui:close')}
        onClick={() => navigate({ to: '/settings/connections', search: {}, replace: true })}
      />
    </div>
  )
}
