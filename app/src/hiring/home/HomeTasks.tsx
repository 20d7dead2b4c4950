import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { NotificationLine } from '../notifications/NotificationLine.tsx'
import { notificationsQuery } from '../notifications/notifications-query.tsx'
import classes from './home-page.module.css'

/** What colleagues ask of me. Shown only when there is something. */
export function HomeTasks() {
  const { t } = useTranslation('home')
  const { data } = useQuery(notificationsQuery)
  const [seen] = useState(() => new Set<string>())
  // What is read while Home is open stays in its place; it is gone at the next visit.
  const shown = data?.data.filter(one => one.readAt === null || seen.has(one.id)) ?? []
  for (const one of shown) seen.add(one.id)
  if (shown.length === 0) return null
  return (
    <Section title={t('tasks.title')} count={shown.filter(one => one.readAt === null).length}>
      <ul className={`plain-list ${classes.tasks}`}>
        {shown.map(one => (
          <NotificationLine key={one.id} notification={one} />
        ))}
      </ul>
    </Section>
  )
}
