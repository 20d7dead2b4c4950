import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { nameOf } from '../../hiring/candidates/candidate-query.tsx'
import type { Candidate } from '../../hiring/candidates/candidates.shapes.ts'
import { OriginWords } from '../../hiring/candidates/OriginWords.tsx'
import { Initials } from '../../ui/Initials.tsx'
import classes from './profile-widget.module.css'

interface LastKnownProps {
  candidate: Candidate
  profileUrl: string | null
}

/** What Lodestone itself knows of this person, each with its age: it needs no LinkedIn. */
export function LastKnown({ candidate, profileUrl }: LastKnownProps) {
  const { t } = useTranslation('profile-widget')
  const name = nameOf(candidate)
  const { origins } = candidate
  const work = [candidate.currentTitle, candidate.currentCompany].filter(Boolean).join(' · ')
  return (
    <section className={classes.card} aria-label={t('lastKnown.title')}>
      <Initials name={name} size={40} />
      <div className={classes.what}>
        <h3>{name}</h3>
        <Line value={candidate.headline} origin={origins.headline} />
        <Line value={work} origin={origins.currentTitle ?? origins.currentCompany} />
        <Line value={candidate.location} origin={origins.location} />
        {profileUrl ? (
          <p>
            <a href={profileUrl} target="_blank" rel="noreferrer noopener">
              {t('lastKnown.open')} <IconExternalLink size={14} className={classes.open} aria-hidden />
              <span className="visually-hidden"> {t('candidates:facts.newTab')}</span>
            </a>
          </p>
        ) : (
          <p className={classes.why}>{t('lastKnown.noAddress')}</p>
        )}
      </div>
    </section>
  )
}

function Line({ value, origin }: { value: string | null; origin: Candidate['origins'][string] | undefined }) {
  if (!value) return null
  return (
    <p>
      {value} <OriginWords origin={origin} />
    </p>
  )
}
