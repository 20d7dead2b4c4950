import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Time } from '../../ui/Time.tsx'
import { CandidatePools } from '../talent-pools/CandidatePools.tsx'
import classes from './candidate-facts.module.css'
import type { Candidate } from './candidates.shapes.ts'
import { OpenJobs } from './OpenJobs.tsx'
import { OriginTag } from './OriginTag.tsx'

interface CandidateFactsProps {
  candidate: Candidate
  /** How this person came onto the job from which the page was opened. */
  source?: ReactNode
  /** The application that the page shows: it is not offered as another one. */
  applicationId?: string
}

/** The left rail: what one wants to know of a person on every tab. */
export function CandidateFacts({ candidate, source, applicationId }: CandidateFactsProps) {
  const { t } = useTranslation('candidates')
  const { origins, location, emails, phones, profileUrl, skills } = candidate
  return (
    <aside className={classes.rail} aria-label={t('facts.title')}>
      <h2>{t('facts.title')}</h2>
      <dl className={classes.facts}>
        {source}
        <Fact name={t('field.location')} value={location} origin={<OriginTag origin={origins.location} />} />
        <div className={classes.fact}>
          <dt>{t('field.emails')}</dt>
          {emails.map(email => (
            <dd key={email}>
              <a href={`mailto:${email}`}>{email}</a> <OriginTag origin={origins[`emails.${email}`]} />
            </dd>
          ))}
          {emails.length === 0 ? <dd className={classes.none}>{t('facts.noEmail')}</dd> : null}
        </div>
        {phones.length > 0 ? (
          <div className={classes.fact}>
            <dt>{t('field.phones')}</dt>
            {phones.map(phone => (
              <dd key={phone}>
                <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>{' '}
                <OriginTag origin={origins[`phones.${phone}`]} />
              </dd>
            ))}
          </div>
        ) : null}
        {profileUrl ? (
          <div className={classes.fact}>
            <dt>{t('field.profileUrl')}</dt>
            <dd>
              <ProfileLink url={profileUrl} /> <OriginTag origin={origins.profileUrl} />
            </dd>
          </div>
        ) : null}
        {skills.length > 0 ? (
          <div className={classes.fact}>
            <dt>{t('field.skills')}</dt>
            <dd>
              <span className={classes.skills}>
                {skills.map(skill => (
                  <span key={skill}>{skill}</span>
                ))}
              </span>{' '}
              <OriginTag origin={origins.skills} />
            </dd>
          </div>
        ) : null}
        <div className={classes.fact}>
          <dt>{t('facts.known')}</dt>
          <dd>
            <Time at={candidate.createdAt} as="day" />
          </dd>
        </div>
      </dl>
      <OpenJobs candidate={candidate} applicationId={applicationId} />
      <CandidatePools candidate={candidate} />
    </aside>
  )
}

interface FactProps {
  name: string
  value: string | null
  origin: ReactNode
}

function Fact({ name, value, origin }: FactProps) {
  if (!value) return null
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        {value} {origin}
      </dd>
    </div>
  )
}

export function ProfileLink({ url }: { url: string }) {
  const { t } = useTranslation('candidates')
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {url.replace(/^https?:\/\/(www\.)?/, '')}
      <span className="visually-hidden"> {t('facts.newTab')}</span>
    </a>
  )
}
