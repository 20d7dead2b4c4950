import { IconHelpCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './links.module.css'

/** To the guide about this part of the screen. */
export function HelpLink({ topic }: { topic: string }) {
  const { t } = useTranslation('ui')
  return (
    <Link to="/help/$topic" params={{ topic }} className={classes.help}>
      <IconHelpCircle size={15} aria-hidden />
      {t('howThisWorks')}
    </Link>
  )
}
