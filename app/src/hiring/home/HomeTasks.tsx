import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { Time } from '../../ui/Time.tsx'
import type { JobListItem } from '../jobs/jobs.shapes.ts'
import { NotificationLine } from '../notifications/NotificationLine.tsx'
import { notificationsQuery } from '../notifications/notifications-query.tsx'
import classes from './home-page.module.css'
import { ownJobsQuery } from './own-jobs-query.tsx'

/** What waits for me, and what colleagues ask of me. Shown only when there is something. */
export function HomeTasks() {
  const { t } = useTranslation('home')
  const jobs = useQuery(ownJobsQuery).data?.data ?? []
  const { data } = useQuery(notificationsQuery)
  const [seen] = useState(() => new Set<string>())
  // What is read while Home is open stays in its place; it is gone at the next visit.
  const shown = data?.data.filter(one => one.readAt === null || seen.has(one.id)) ?? []
  for (const one of shown) seen.add(one.id)
  const toReview = jobs.filter(job => job.unopenedProspects.count > 0)
  if (toReview.length + shown.length === 0) return null
  return (
    <Section title={t('tasks.title')} count={toReview.length + shown.filter(one => one.readAt === null).length}>
      <ul className={`plain-list ${classes.tasks}`}>
        {toReview.map(job => (
          <ReviewLine key={job.id} job={job} />
        ))}
        {shown.map(one => (
          <NotificationLine key={one.id} notification={one} />
        ))}
      </ul>
    </Section>
  )
}

/** Opens the board with those alone whom I have not looked at yet. */
function ReviewLine({ job }: { job: JobListItem }) {
  const { t } = useTranslation('home')
  const { count, waitingSince } = job.unopenedProspects
  return (
    <li className={classes.task}>
      <Link to="/jobs/$jobId" params={{ jobId: job.id }} search={{ unseen: 'only' }}>
        {t('tasks.review', { count })}
      </Link>
      <span className={classes.taskJob}>{job.title}</span>
      <span className={classes.taskSince}>
        {waitingSince ? (
          <>
            {t('tasks.oldest', { count })} <Time at={waitingSince} as="age" />
          </>
        ) : null}
      </span>
    </li>
  )
}
