import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './candidate-profile.module.css'
import type { Candidate } from './candidates.shapes.ts'

interface ApplicationHistoryProps {
  candidate: Candidate
  /** The application that the page shows, if it shows one. */
  applicationId: string | undefined
}

/** All jobs this person is or was on, as far as the reader may know of them. */
export function ApplicationHistory({ candidate, applicationId }: ApplicationHistoryProps) {
  const { t } = useTranslation('candidates')
  const { applications } = candidate
  return (
    <Section title={t('history.title')} count={applications.length}>
      {applications.length === 0 ? <EmptyState title={t('history.none')} why={t('history.noneWhy')} /> : null}
      {applications.length > 0 ? (
        <table className={classes.history} aria-label={t('history.title')}>
          <thead>
            <tr>
              <th scope="col">{t('history.job')}</th>
              <th scope="col">{t('history.status')}</th>
              <th scope="col" className={classes.wide}>
                {t('history.source')}
              </th>
              <th scope="col" className={classes.when}>
                {t('history.since')}
              </th>
              <th scope="col" className={classes.open}>
                <span className="visually-hidden">{t('history.view')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {applications.map(application => (
              <HistoryRow key={application.id} application={application} isHere={application.id === applicationId} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  )
}

interface HistoryRowProps {
  application: Candidate['applications'][number]
  isHere: boolean
}

function HistoryRow({ application, isHere }: HistoryRowProps) {
  const { t } = useTranslation('candidates')
  return (
    <tr>
      <th scope="row">
        {application.jobTitle} <span className={classes.reference}>{application.jobReference}</span>
      </th>
      <td>
        {application.state === 'closed' ? (
          <StatusWord tone="off">
            {t(`history.closedIn.${application.closedAs}`, { stage: application.stageName })}
          </StatusWord>
        ) : (
          <span>{application.stageName}</span>
        )}
        {application.passedProspect || application.state === 'closed' ? null : (
          <StatusWord tone="hidden">{t('history.notShared')}</StatusWord>
        )}
      </td>
      <td className={classes.wide}>{t(`source.${application.source}`)}</td>
      <td className={classes.when}>
        <Time at={application.stageSince} as="day" />
      </td>
      <td className={classes.open}>
        {application.mayOpen && !isHere ? (
          <Link
            to="/applications/$applicationId"
            params={{ applicationId: application.id }}
            aria-label={t('history.viewNamed', { job: application.jobTitle })}
          >
            {t('history.view')}
          </Link>
        ) : null}
      </td>
    </tr>
  )
}
