import { IconEyeOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './candidate-facts.module.css'
import type { Candidate } from './candidates.shapes.ts'

interface OpenJobsProps {
  candidate: Candidate
  applicationId: string | undefined
}

/** The jobs on which this person is in the running now. */
export function OpenJobs({ candidate, applicationId }: OpenJobsProps) {
  const { t } = useTranslation('candidates')
  const open = candidate.applications.filter(one => one.state === 'active' && one.jobState === 'active')
  return (
    <>
      <h2>{t('openJobs.title')}</h2>
      {open.length === 0 ? <p className={classes.none}>{t('openJobs.none')}</p> : null}
      <ul className={classes.jobs}>
        {open.map(application => (
          <li key={application.id}>
            {application.mayOpen && application.id !== applicationId ? (
              <Link to="/applications/$applicationId" params={{ applicationId: application.id }}>
                {application.jobTitle}
              </Link>
            ) : (
              <b>{application.jobTitle}</b>
            )}
            <p>
              {application.jobReference} · {application.stageName}
              {application.passedProspect ? null : <NotShared />}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function NotShared() {
  const { t } = useTranslation('candidates')
  return (
    <>
      {' '}
      <IconEyeOff size={14} aria-hidden />
      <span className="visually-hidden">{t('openJobs.notShared')}</span>
    </>
  )
}
