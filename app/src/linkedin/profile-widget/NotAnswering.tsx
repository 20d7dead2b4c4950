import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PluginTrouble } from '../plugin-frame/plugin-frame.shapes.ts'
import classes from './profile-widget.module.css'

interface NotAnsweringProps {
  trouble: PluginTrouble
  onRetry: () => void
  /** What is known without LinkedIn. */
  children: ReactNode
}

/** LinkedIn's window did not come: why that may be, what to do, and the last known data. */
export function NotAnswering({ trouble, onRetry, children }: NotAnsweringProps) {
  const { t } = useTranslation('profile-widget')
  return (
    <>
      <div role="alert" className={classes.trouble}>
        <p>
          <IconAlertTriangle size={15} className={classes.sign} aria-hidden /> {t(`trouble.${trouble}`)}
        </p>
        <Button variant="default" leftSection={<IconRefresh size={15} />} onClick={onRetry}>
          {t('ui:state.retry')}
        </Button>
      </div>
      {children}
    </>
  )
}
