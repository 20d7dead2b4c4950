import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { Section } from '../../ui/Section.tsx'
import { countsQuery } from './desk-counts-query.tsx'
import classes from './doubts-waiting.module.css'

/** Home: pairs that somebody should look at, for those who may settle them. */
export function DoubtsWaiting() {
  const { t } = useTranslation('doubts-waiting')
  const maySettle = hasRole(useSession(), 'administrator', 'recruiter')
  const open = useQuery({ ...countsQuery, enabled: maySettle }).data?.open ?? 0
  if (open === 0) return null
  return (
    <Section title={t('title')} count={open}>
      <p className={classes.waiting}>{t('why', { count: open })}</p>
      <Link to="/match-desk">{t('open')}</Link>
    </Section>
  )
}
