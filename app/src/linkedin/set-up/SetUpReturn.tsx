import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './set-up.module.css'
import type { SetUp } from './set-up.shapes.ts'

const route = getRouteApi('/frame/admin/linkedin')

/** How the administrator's way through LinkedIn's sign-in ended; the address says it. */
export function SetUpReturn({ step }: { step: SetUp['step'] | undefined }) {
  const { t } = useTranslation('set-up')
  const { linkedin } = route.useSearch()
  const navigate = useNavigate()
  if (linkedin === undefined) return null
  const isGood = linkedin === 'connected'
  // What comes next is said by the steps, once it is done.
  if (isGood && step !== 'request') return null
  return (
    <div role={isGood ? 'status' : 'alert'} className={classes.result} data-good={isGood || undefined}>
      {isGood ? <IconCircleCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
      <p>{t(`return.${linkedin}`, { defaultValue: t('return.failed') })}</p>
      <CloseButton
        size={28}
        iconSize={16}
        aria-label={t('ui:close')}
        onClick={() => navigate({ to: '/admin/linkedin', search: {}, replace: true })}
      />
    </div>
  )
}
