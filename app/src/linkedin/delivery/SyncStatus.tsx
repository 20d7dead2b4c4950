import { Popover, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { AddressLink } from '../../ui/links.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time, useNow } from '../../ui/Time.tsx'
import type { SyncStatus as Status } from './delivery.shapes.ts'
import classes from './sync-status.module.css'

/** The dot in the top bar: is LinkedIn up to date, and if not, why. */
export function SyncStatus() {
  const { t } = useTranslation('delivery')
  const { data } = useQuery({
    queryKey: ['linkedin', 'sync-status'],
    queryFn: () => answer(api.linkedin['sync-status'].$get()),
    refetchInterval: 60_000,
  })
  const [opened, setOpened] = useState(false)
  if (!data) return null
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.status} onClick={() => setOpened(!opened)}>
          <Face status={data} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        <Explanation status={data} onLeave={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Face({ status }: { status: Status }) {
  const { t } = useTranslation('delivery')
  if (status.level === 'off') {
    return (
      <>
        <span className={classes.dot} aria-hidden />
        <span className={classes.words}>{t('face.off')}</span>
      </>
    )
  }
  if (status.refused > 0) {
    return (
      <>
        <IconAlertTriangle size={15} className={classes.warning ?? ''} aria-hidden />
        <span className={classes.words}>{t('face.refused', { count: status.refused })}</span>
      </>
    )
  }
  if (status.heldUp) {
    return (
      <>
        <IconAlertTriangle size={15} className={classes.warning ?? ''} aria-hidden />
        <span className={classes.words}>{t('face.heldUp')}</span>
      </>
    )
  }
  return (
    <>
      <span className={classes.dot} data-on aria-hidden />
      <span className={classes.words}>
        {status.lastSuccessAt ? (
          <>
            {t('face.synced')} <Time at={status.lastSuccessAt} />
          </>
        ) : (
          t('face.waiting')
        )}
      </span>
    </>
  )
}

interface ExplanationProps {
  status: Status
  onLeave: () => void
}

function Explanation({ status, onLeave }: ExplanationProps) {
  const { t } = useTranslation('delivery')
  return (
    <div className={classes.explanation}>
      <h2>{t('title')}</h2>
      <p>{t(`level.${status.level}`)}</p>
      {status.level !== 'off' && status.heldUp ? <HeldUp heldUp={status.heldUp} /> : null}
      {status.level === 'off' ? null : (
        <dl>
          <div>
            <dt>{t('fact.lastSuccess')}</dt>
            <dd>{status.lastSuccessAt ? <Time at={status.lastSuccessAt} as="age" /> : t('fact.never')}</dd>
          </div>
          <div>
            <dt>{t('fact.queued')}</dt>
            <dd>{status.queued}</dd>
          </div>
          <div>
            <dt>{t('fact.refused')}</dt>
            <dd>{status.refused}</dd>
          </div>
        </dl>
      )}
      {status.refused > 0 ? <p>{t('refusedHelp')}</p> : null}
      {status.problems.length > 0 ? <Problems problems={status.problems} onLeave={onLeave} /> : null}
      {status.refusedCandidates.length > 0 ? (
        <RefusedCandidates candidates={status.refusedCandidates} onLeave={onLeave} />
      ) : null}
    </div>
  )
}

function HeldUp({ heldUp }: { heldUp: NonNullable<Status['heldUp']> }) {
  const { t } = useTranslation('delivery')
  const isTrying = Date.parse(heldUp.nextTryAt) <= useNow()
  return (
    <p className={classes.heldUp}>
      <StatusWord tone="warning">
        <Trans
          t={t}
          i18nKey={isTrying ? 'heldUp.trying' : 'heldUp.nextTry'}
          components={{ since: <Time at={heldUp.since} />, next: <Time at={heldUp.nextTryAt} /> }}
        />
      </StatusWord>
    </p>
  )
}

function Problems({ problems, onLeave }: Pick<Status, 'problems'> & Pick<ExplanationProps, 'onLeave'>) {
  const { t } = useTranslation('delivery')
  return (
    <>
      <h3>{t('problems.title')}</h3>
      <ul className={classes.problems}>
        {problems.map(problem => (
          <li key={problem.jobId}>
            <AddressLink href={`/jobs/${problem.jobId}`} onClick={onLeave}>
              {problem.title} · {problem.reference}
            </AddressLink>
            <span>
              {t(`problems.${problem.state}`)}
              {problem.isOlder ? <> · {t('problems.older')}</> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface RefusedCandidatesProps {
  candidates: Status['refusedCandidates']
  onLeave: () => void
}

function RefusedCandidates({ candidates, onLeave }: RefusedCandidatesProps) {
  const { t } = useTranslation('delivery')
  return (
    <>
      <h3>{t('refusedCandidates')}</h3>
      <ul className={classes.problems}>
        {candidates.map(({ candidateId, name, words }) => (
          <li key={candidateId}>
            <AddressLink href={`/candidates/${candidateId}`} onClick={onLeave}>
              {name}
            </AddressLink>
            {words ? (
              <span>
                {t('why.linkedInSays')} <q lang="en">{words}</q>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
