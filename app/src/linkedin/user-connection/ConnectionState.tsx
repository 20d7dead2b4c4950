import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useProblemWords } from '../../ui/problem-words.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import { useConnect } from './connect.tsx'
import classes from './connections-tab.module.css'
import { DisconnectButton } from './DisconnectButton.tsx'
import type { userConnection } from './user-connection.shapes.ts'

type Connection = z.infer<typeof userConnection>

/** Where my LinkedIn account stands, why, and the one next step. */
export function ConnectionState({ connection }: { connection: Connection }) {
  const { t } = useTranslation('user-connection')
  if (!connection.allowed) {
    return <Standing tone="off" word={t('notAllowed.word')} why={t('notAllowed.why')} />
  }
  if (!connection.connected) {
    return (
      <>
        <Standing
          tone="waiting"
          word={t('notConnected.word')}
          why={t('notConnected.why')}
          action={<ConnectButton label={t('connect')} filled />}
        />
        <InstanceOff connection={connection} />
      </>
    )
  }
  if (connection.expired) {
    return (
      <Standing
        tone="warning"
        word={t('expired.word')}
        why={t('expired.why')}
        action={
          <>
            <DisconnectButton />
            <ConnectButton label={t('connectAgain')} filled />
          </>
        }
      />
    )
  }
  return (
    <>
      <Standing
        tone="ok"
        word={t('connected.word')}
        why={t('connected.why')}
        action={<DisconnectButton />}
        aside={connection.connectedAt ? <Time at={connection.connectedAt} as="day" /> : null}
      />
      <Seat connection={connection} />
      <InstanceOff connection={connection} />
    </>
  )
}

interface StandingProps {
  tone: 'ok' | 'warning' | 'off' | 'waiting'
  word: string
  why: string
  aside?: ReactNode
  action?: ReactNode
}

function Standing({ tone, word, why, aside, action }: StandingProps) {
  return (
    <div className={classes.standing}>
      <div className={classes.what}>
        <p className={classes.word}>
          <StatusWord tone={tone}>{word}</StatusWord>
          {aside ? <span className={classes.since}>{aside}</span> : null}
        </p>
        <p className={classes.why}>{why}</p>
      </div>
      {action ? <div className={classes.actions}>{action}</div> : null}
    </div>
  )
}

/** Without a seat LinkedIn Recruiter offers this person no export: said here, before it is missed there. */
function Seat({ connection }: { connection: Connection }) {
  const { t } = useTranslation('user-connection')
  if (connection.seat === 'found') return <Standing tone="ok" word={t('seat.found.word')} why={t('seat.found.why')} />
  if (connection.seat === 'missing') {
    return <Standing tone="warning" word={t('seat.missing.word')} why={t('seat.missing.why')} />
  }
  return <Standing tone="waiting" word={t('seat.unknown.word')} why={t('seat.unknown.why')} />
}

function InstanceOff({ connection }: { connection: Connection }) {
  const { t } = useTranslation('user-connection')
  if (connection.instanceLevel !== 'off') return null
  return <Standing tone="warning" word={t('off.word')} why={t('off.why')} />
}

function ConnectButton({ label, filled }: { label: string; filled: boolean }) {
  const connect = useConnect()
  const wordProblem = useProblemWords()
  return (
    <div>
      <Button
        variant={filled ? 'filled' : 'default'}
        leftSection={<IconPlugConnected size={16} />}
        loading={connect.isPending || connect.isSuccess}
        onClick={() => connect.mutate()}
      >
        {label}
      </Button>
      {connect.error ? (
        <p role="alert" className={classes.problem}>
          {wordProblem(connect.error)}
        </p>
      ) : null}
    </div>
  )
}
