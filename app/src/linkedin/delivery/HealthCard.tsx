import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { AddressLink } from '../../ui/links.tsx'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import type { LinkedInHealth } from './health.shapes.ts'
import classes from './health-card.module.css'
import { Cause } from './WhyNotAccepted.tsx'

/** For administrators: when each stream last went well, what waits, what was refused and why. */
export function HealthCard() {
  const { t } = useTranslation('health')
  const query = useQuery({
    queryKey: ['linkedin', 'health'],
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
  return (
    <ul className={classes.refused} aria-label={t('refused')}>
      {refused.map(({ resource, key, jobId, title, candidateId, candidateName, reason, at }) => (
        <li key={`${resource} ${key}`}>
          {resource === 'job' && jobId ? (
            <AddressLink href={`/jobs/${jobId}/details`}>{title}</AddressLink>
          ) : candidateId ? (
            <AddressLink href={`/candidates/${candidateId}`}>{candidateName}</AddressLink>
          ) : (
            t(`records.${resource}`)
          )}{' '}
          <Time at={at} as="age" />
          {reason ? (
            <p>
              <Cause reason={reason} about={resource === 'candidate' ? 'candidate' : 'job'} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
