import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from '../../ui/links.tsx'
import { Section } from '../../ui/Section.tsx'
import { ApplicationHistory } from './ApplicationHistory.tsx'
import { ProfileLink } from './CandidateFacts.tsx'
import { CandidateForm } from './CandidateForm.tsx'
import classes from './candidate-profile.module.css'
import type { Candidate } from './candidates.shapes.ts'
import { OriginWords } from './OriginWords.tsx'

interface CandidateProfileProps {
  candidate: Candidate
  mayEdit: boolean
  /** The application that the page shows. */
  applicationId?: string
}

/** The Profile tab: every value with where it came from, and the jobs this person has been on. */
export function CandidateProfile({ candidate, mayEdit, applicationId }: CandidateProfileProps) {
  const { t } = useTranslation('candidates')
  const [editing, setEditing] = useState(false)
  const edit = <LinkLikeButton onClick={() => setEditing(true)}>{t('details.edit')}</LinkLikeButton>
  return (
    <>
      <ApplicationHistory candidate={candidate} applicationId={applicationId} />
      <Section title={t('details.title')} note={t('details.note')} aside={mayEdit && !editing ? edit : null}>
        {editing ? (
          <CandidateForm candidate={candidate} onClose={() => setEditing(false)} />
        ) : (
          <Details candidate={candidate} />
        )}
      </Section>
    </>
  )
}

function Details({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('candidates')
  const { origins } = candidate
  const text = (field: 'headline' | 'currentTitle' | 'currentCompany' | 'location') => (
    <Detail name={t(`field.${field}`)} value={candidate[field]} origin={<OriginWords origin={origins[field]} />} />
  )
  return (
    <dl className={classes.details}>
      {text('headline')}
      {text('currentTitle')}
      {text('currentCompany')}
      {text('location')}
      {candidate.emails.map(email => (
        <Detail
          key={email}
          name={t('field.email')}
          value={<a href={`mailto:${email}`}>{email}</a>}
          origin={<OriginWords origin={origins[`emails.${email}`]} />}
        />
      ))}
      {candidate.phones.map(phone => (
        <Detail
          key={phone}
          name={t('field.phone')}
          value={<a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>}
          origin={<OriginWords origin={origins[`phones.${phone}`]} />}
        />
      ))}
      <Detail
        name={t('field.profileUrl')}
        value={candidate.profileUrl ? <ProfileLink url={candidate.profileUrl} /> : null}
        origin={<OriginWords origin={origins.profileUrl} />}
      />
      <Detail
        name={t('field.skills')}
        value={candidate.skills.join(', ') || null}
        origin={<OriginWords origin={origins.skills} />}
      />
    </dl>
  )
}

interface DetailProps {
  name: string
  value: ReactNode
  origin: ReactNode
}

function Detail({ name, value, origin }: DetailProps) {
  const { t } = useTranslation('candidates')
  return (
    <div className={classes.detail}>
      <dt>{name}</dt>
      {value ? <dd>{value}</dd> : <dd className={classes.none}>{t('details.none')}</dd>}
      {value ? <dd className={classes.from}>{origin}</dd> : null}
    </div>
  )
}
