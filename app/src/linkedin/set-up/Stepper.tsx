import { Button } from '@mantine/core'
import { IconCheck, IconPlugConnected } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Time } from '../../ui/Time.tsx'
import { SwitchOnSteps } from './SwitchOnSteps.tsx'
import type { SetUp, SetUpStep } from './set-up.shapes.ts'
import { useSignIn } from './set-up-query.tsx'
import classes from './stepper.module.css'

const lines = ['connect', 'contract', 'request', 'notify', 'partnerReady', 'enabled'] as const
type Line = (typeof lines)[number]

const currentLine: Record<SetUpStep, Line | null> = {
  notOffered: null,
  connect: 'connect',
  // Which contract it is shows only when the request is made: LinkedIn's window asks for both.
  request: 'contract',
  gettingReady: 'notify',
  partnerReady: 'partnerReady',
  switchedOff: 'partnerReady',
  enabled: 'enabled',
}

/** The whole way as a list: what is done, by whom and when; whose turn it is now; what comes after. */
export function Stepper({ setUp }: { setUp: SetUp }) {
  const { t } = useTranslation('set-up')
  const current = currentLine[setUp.step]
  const at = current === null ? -1 : lines.indexOf(current)
  return (
    <ol className={classes.steps} aria-label={t('steps.title')}>
      {lines.map((line, index) => {
        const isEnd = setUp.step === 'enabled'
        const state = index < at || isEnd ? 'done' : index === at ? 'current' : 'later'
        return (
          <li
            key={line}
            className={classes.step}
            data-state={state}
            aria-current={index === at && !isEnd ? 'step' : undefined}
          >
            <span className={classes.mark} aria-hidden>
              {state === 'done' ? <IconCheck size={14} /> : index + 1}
            </span>
            <div className={classes.body}>
              <div className={classes.head}>
                <h3>{t(`steps.${line}.name`)}</h3>
                <span className={classes.state}>{t(`steps.state.${state}`)}</span>
                <Note line={line} setUp={setUp} isDone={state === 'done'} />
              </div>
              {index === at ? <Now line={line} setUp={setUp} /> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Who did it, and when. */
function Note({ line, setUp, isDone }: { line: Line; setUp: SetUp; isDone: boolean }) {
  const { t } = useTranslation('set-up')
  if (!isDone) return null
  const done = line === 'connect' ? setUp.connected : line === 'request' ? setUp.requested : null
  const what = line === 'contract' ? setUp.contractUrn?.replace('urn:li:contract:', '') : done?.by
  const since = line === 'enabled' ? setUp.since : done?.at
  return (
    <span className={classes.note}>
      {line === 'contract' ? (what ? t('steps.contract.chosen', { contract: what }) : t('steps.contract.none')) : what}
      {since ? <Time at={since} /> : null}
    </span>
  )
}

function Now({ line, setUp }: { line: Line; setUp: SetUp }) {
  switch (line) {
    case 'connect':
      return <Connect setUp={setUp} />
    case 'partnerReady':
      return (
        <Turn setUp={setUp}>
          <SwitchOnSteps setUp={setUp} />
        </Turn>
      )
    case 'enabled':
      return <Enabled setUp={setUp} />
    default:
      return <Turn setUp={setUp} />
  }
}

/** Whose turn it is, since when, and what he does. */
function Turn({ setUp, children }: { setUp: SetUp; children?: ReactNode }) {
  const { t } = useTranslation('set-up')
  const { step, nextActor, since } = setUp
  return (
    <div className={classes.now}>
      <p className={classes.turn}>
        {nextActor ? <strong>{t(`turn.${nextActor}`)}</strong> : null}
        {since ? (
          <span className={classes.since}>
            {t('turn.since')} <Time at={since} />
          </span>
        ) : null}
      </p>
      <p>{t(`now.${step}`)}</p>
      {step === 'gettingReady' ? (
        <p className={classes.quiet}>{t('gettingReadyLong', { address: setUp.callbackUrl })}</p>
      ) : null}
      {children}
    </div>
  )
}

function Connect({ setUp }: { setUp: SetUp }) {
  const { t } = useTranslation('set-up')
  const signIn = useSignIn()
  const wordProblem = useProblemWords()
  return (
    <Turn setUp={setUp}>
      {setUp.disconnected ? (
        <p className={classes.quiet}>{t('disconnectedBy', { name: setUp.disconnected.by ?? t('somebody') })}</p>
      ) : null}
      <p>{t('needs')}</p>
      <Button
        leftSection={<IconPlugConnected size={16} />}
        loading={signIn.isPending || signIn.isSuccess}
        onClick={() => signIn.mutate()}
      >
        {t('connect')}
      </Button>
      {signIn.error ? (
        <p role="alert" className={classes.problem}>
          {wordProblem(signIn.error)}
        </p>
      ) : null}
    </Turn>
  )
}

function Enabled({ setUp }: { setUp: SetUp }) {
  const { t } = useTranslation('set-up')
  return (
    <div className={classes.now} role="status">
      <p>
        <strong>{t(setUp.level === 'contract' ? 'level.contract' : 'level.company')}</strong>
      </p>
      <p>{t('now.enabled')}</p>
    </div>
  )
}
