import { Skeleton } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../hiring/candidates/candidates.shapes.ts'
import { Loading } from '../../ui/Loading.tsx'
import { PluginFrame } from '../plugin-frame/PluginFrame.tsx'
import { LastKnown } from './LastKnown.tsx'
import { LinkOutcome } from './LinkOutcome.tsx'
import { MatchBar } from './MatchBar.tsx'
import { NotAnswering } from './NotAnswering.tsx'
import classes from './profile-widget.module.css'
import { type ProfileWidget, unlinking } from './profile-widget.shapes.ts'
import { useLink, useUnlink } from './profile-widget-query.tsx'

interface ProfileInLinkedInProps {
  candidate: Candidate
  widget: ProfileWidget
}

/** LinkedIn's own profile plugin, and above it what is known here. Link and Unlink in it are kept here as well. */
export function ProfileInLinkedIn({ candidate, widget }: ProfileInLinkedInProps) {
  const { t } = useTranslation('profile-widget')
  const link = useLink(candidate.id)
  const unlink = useUnlink(candidate.id)
  const { mutate: mutateLink, reset: resetLink } = link
  const { mutate: mutateUnlink, reset: resetUnlink } = unlink
  const onCall = useCallback(
    (callback: string, argument: unknown) => {
      const told = unlinking.safeParse({ personUrn: argument }).data
      if (!told) return
      resetLink()
      resetUnlink()
      if (callback === 'onLink') mutateLink({ ...told, replaces: false })
      else mutateUnlink(told.personUrn)
    },
    [mutateLink, mutateUnlink, resetLink, resetUnlink],
  )
  return (
    <div className={classes.tab}>
      <MatchBar candidate={candidate} widget={widget} />
      <LinkOutcome link={link} failedUnlink={unlink.error} />
      <PluginFrame
        path={`/candidates/${candidate.id}/linkedin/plugin`}
        title={t('frame.title')}
        firstHeight={420}
        tallest={4_000}
        // What the plugin is told has changed.
        state={`${widget.link?.personUrn} ${widget.unlinkedPeople} ${candidate.updatedAt}`}
        onCall={onCall}
        waiting={<CardSkeleton />}
        instead={(trouble, loadAgain) => (
          <NotAnswering trouble={trouble} onRetry={loadAgain}>
            <LastKnown candidate={candidate} profileUrl={widget.profileUrl} />
          </NotAnswering>
        )}
      >
        <details className={classes.more}>
          <summary>{t('notThere.title')}</summary>
          <p>{t('notThere.unknown')}</p>
          <p>{t('notThere.signIn')}</p>
          <LastKnown candidate={candidate} profileUrl={widget.profileUrl} />
        </details>
      </PluginFrame>
    </div>
  )
}

function CardSkeleton() {
  return (
    <Loading>
      <div className={classes.skeleton}>
        <Skeleton height={56} circle />
        <div>
          <Skeleton height={14} width={180} radius="xs" />
          <Skeleton height={10} width={260} mt={10} radius="xs" />
          <Skeleton height={10} width={140} mt={10} radius="xs" />
        </div>
      </div>
      {[92, 84, 96, 70].map(percent => (
        <Skeleton key={percent} height={10} width={`${percent}%`} mt={14} radius="xs" />
      ))}
    </Loading>
  )
}
