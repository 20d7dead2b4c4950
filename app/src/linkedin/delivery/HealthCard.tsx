import { useMutation, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { answer, api, queryClient } from '../../api.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { AddressLink, LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { LinkedInHealth, replayInput } from './health.shapes.ts'
import classes from './health-card.module.css'
import { Cause } from './WhyNotAccepted.tsx'

const queryKey = ['linkedin', 'health']

/** For administrators: when each stream last went well, what waits, what was refused and why. */
export function HealthCard() {
  const { t } = useTranslation('health')
  const query = useQuery({
    queryKey,
    queryFn: () => answer(api.linkedin.health.$get()),
    refetchInterval: 30_000,
  })
  return (
    <Section title={t('title')}>
      <Loaded query={query} failed={t('failed')}>
        {health => <Facts health={health} />}
      </Loaded>
    </Section>
  )
}

function Facts({ health }: { health: LinkedInHealth }) {
  const { t, i18n } = useTranslation('health')
  const numbers = new Intl.NumberFormat(i18n.language)
  return (
    <>
      <dl className={classes.facts}>
        {health.streams.map(({ stream, lastSuccessAt }) => (
          <div key={stream}>
            <dt>{t(`streams.${stream}`)}</dt>
            <dd>{lastSuccessAt ? <Time at={lastSuccessAt} /> : t('never')}</dd>
          </div>
        ))}
        <div>
          <dt>{t('waiting')}</dt>
          <dd>{numbers.format(health.waiting)}</dd>
        </div>
        {health.pausedUntil ? (
          <div>
            <dt>
              <StatusWord tone="warning">{t('paused')}</StatusWord>
            </dt>
            <dd>
              <Time at={health.pausedUntil} />
            </dd>
          </div>
        ) : null}
        {health.calls.map(({ endpoint, used, allowed }) => (
          <div key={endpoint}>
            <dt>{t('calls', { endpoint })}</dt>
            <dd>{t('usedOf', { used: numbers.format(used), allowed: numbers.format(allowed) })}</dd>
          </div>
        ))}
        <div>
          <dt>{t('refused')}</dt>
          <dd>{numbers.format(health.refusedCount)}</dd>
        </div>
      </dl>
      {health.refused.length > 0 ? <Refused refused={health.refused} /> : null}
    </>
  )
}

function Refused({ refused }: Pick<LinkedInHealth, 'refused'>) {
  const { t } = useTranslation('health')
  const wordProblem = useProblemWords()
  const replay = useReplay()
  return (
    <>
      <ul className={classes.refused} aria-label={t('refused')}>
        {refused.map(record => (
          <li key={`${record.resource} ${record.key}`}>
            <RefusedRecord record={record} onReplay={replay.mutate} />
          </li>
        ))}
      </ul>
      {replay.error ? <StatusWord tone="bad">{wordProblem(replay.error)}</StatusWord> : null}
      {refused.length > 1 ? (
        <LinkLikeButton onClick={() => replay.mutate({ all: true })}>{t('replayAll')}</LinkLikeButton>
      ) : null}
    </>
  )
}

type Replay = z.input<typeof replayInput>

interface RefusedRecordProps {
  record: LinkedInHealth['refused'][number]
  onReplay: (which: Replay) => void
}

function RefusedRecord({ record, onReplay }: RefusedRecordProps) {
  const { t } = useTranslation('health')
  const { resource, key, jobId, candidateId, reason, at } = record
  const name = nameOf(record, t)
  const page = resource === 'job' && jobId ? `/jobs/${jobId}/details` : candidateId && `/candidates/${candidateId}`
  return (
    <>
      {page ? <AddressLink href={page}>{name}</AddressLink> : name} <Time at={at} as="age" />
      {reason ? (
        <p>
          <Cause reason={reason} about={candidateId ? 'candidate' : 'job'} />
        </p>
      ) : null}
      <LinkLikeButton aria-label={t('replayOne', { record: name })} onClick={() => onReplay({ resource, key })}>
        {t('replay')}
      </LinkLikeButton>
    </>
  )
}

function nameOf({ resource, title, candidateName }: RefusedRecordProps['record'], t: TFunction<'health'>): string {
  if (resource === 'job' && title) return title
  if (resource === 'candidate' && candidateName) return candidateName
  return t(`records.${resource}`, { name: candidateName ?? '' })
}

function useReplay() {
  const { t } = useTranslation('health')
  return useMutation({
    mutationFn: (which: Replay) => answer(api.linkedin.replays.$post({ json: which })),
    onSuccess: async ({ count }) => {
      showToast({ message: t('replayed', { count }) })
      await queryClient.invalidateQueries({ queryKey })
    },
  })
}
