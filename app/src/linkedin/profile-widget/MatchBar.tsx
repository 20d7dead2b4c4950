import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOf } from '../../hiring/candidates/candidate-query.tsx'
import type { Candidate } from '../../hiring/candidates/candidates.shapes.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { HelpLink } from '../../ui/HelpLink.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './profile-widget.module.css'
import type { ProfileWidget } from './profile-widget.shapes.ts'
import { useUnlink } from './profile-widget-query.tsx'

interface MatchBarProps {
  candidate: Candidate
  widget: ProfileWidget
}

/** How this candidate and the LinkedIn profile belong together, by what is known here, and how to change it. */
export function MatchBar({ candidate, widget }: MatchBarProps) {
  const { t } = useTranslation('profile-widget')
  const bar = useRef<HTMLElement>(null)
  const [isUnlinked, setIsUnlinked] = useState(false)
  // The button that had the focus is gone with the link.
  useEffect(() => {
    if (isUnlinked) bar.current?.focus()
  }, [isUnlinked])
  const { link } = widget
  return (
    <section ref={bar} tabIndex={-1} className={classes.bar} aria-label={t('match.label')}>
      <div className={classes.what} role="status">
        {link ? <Linked link={link} /> : <NotLinked candidate={candidate} unlinkedPeople={widget.unlinkedPeople} />}
      </div>
      <HelpLink topic="profile-widget" />
      {link ? <Unlink candidate={candidate} personUrn={link.personUrn} onUnlinked={() => setIsUnlinked(true)} /> : null}
    </section>
  )
}

function Linked({ link }: { link: NonNullable<ProfileWidget['link']> }) {
  const { t } = useTranslation('profile-widget')
  const { linkedBy, linkedAt, linkedByName } = link
  return (
    <>
      <p className={classes.word}>
        <StatusWord tone="ok">
          {linkedBy === 'hand' && linkedByName
            ? t('match.by.handOf', { name: linkedByName })
            : t(`match.by.${linkedBy}`)}
        </StatusWord>
        <span className={classes.since}>
          <Time at={linkedAt} as="day" />
        </span>
      </p>
      <p className={classes.why}>{t('match.linkedWhy')}</p>
    </>
  )
}

function NotLinked({ candidate, unlinkedPeople }: { candidate: Candidate; unlinkedPeople: number }) {
  const { t, i18n } = useTranslation('profile-widget')
  const emails = new Intl.ListFormat(i18n.language === 'en' ? 'en-GB' : i18n.language).format(candidate.emails)
  return (
    <>
      <p className={classes.word}>
        <StatusWord tone="waiting">{t('match.none')}</StatusWord>
      </p>
      <p className={classes.why}>
        {emails ? t('match.noneByEmail', { emails }) : t('match.noneByName')}{' '}
        {unlinkedPeople > 0 ? t('match.unlinked', { count: unlinkedPeople }) : null}
      </p>
    </>
  )
}

interface UnlinkProps {
  candidate: Candidate
  personUrn: string
  onUnlinked: () => void
}

function Unlink({ candidate, personUrn, onUnlinked }: UnlinkProps) {
  const { t } = useTranslation('profile-widget')
  const [isAsking, setIsAsking] = useState(false)
  const unlink = useUnlink(candidate.id)
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        {t('unlink.open')}
      </Button>
      {isAsking ? (
        <ConfirmDialog
          title={t('unlink.title', { name: nameOf(candidate) })}
          confirm={t('unlink.open')}
          doing={{ ...unlink, mutate: () => unlink.mutate(personUrn, { onSuccess: onUnlinked }) }}
          onClose={() => setIsAsking(false)}
        >
          {t('unlink.what')}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
