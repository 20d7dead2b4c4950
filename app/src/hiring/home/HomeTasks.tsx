import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { NotificationLine } from '../notifications/NotificationLine.tsx'
import { notificationsQuery } from '../notifications/notifications-query.tsx'
import classes from './home-page.module.css'

/** What colleagues ask of me. Shown only when there is something. */
export function HomeTasks() {
  const { t } = useTranslation('home')
  const { data } = useQuery(notificationsQuery)
  const open = data?.data.filter(one => one.readAt === null) ?? []
  if (open.length === 0) return null
  return (
    <Section title={t('tasks.title')} count={open.length}>
      <ul className={`plain-list ${classes.tasks}`}>
        {open.map(one => (
          <NotificationLine key={one.id} notification={one} />
        ))}
      </ul>
    </Section>
  )
}
