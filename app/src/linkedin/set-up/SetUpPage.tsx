import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AdminPage } from '../../platform/auth/AdminPage.tsx'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { HelpLink } from '../../ui/HelpLink.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { AccessLevels } from './AccessLevels.tsx'
import { DisconnectDialog } from './DisconnectDialog.tsx'
import { LinkedInPlugin } from './LinkedInPlugin.tsx'
import { NotOffered } from './NotOffered.tsx'
import { SetUpReturn } from './SetUpReturn.tsx'
import { SetUpSettings } from './SetUpSettings.tsx'
import { Stepper } from './Stepper.tsx'
import classes from './set-up.module.css'
import type { SetUp } from './set-up.shapes.ts'
import { setUpQuery, useAskLinkedIn } from './set-up-query.tsx'

interface SetUpPageProps {
  /** How the traffic goes, once there is any. */
  health: ReactNode
  /** Who works with LinkedIn here. */
  users: ReactNode
}

/** Admin > LinkedIn integration: where the set-up stands, who acts next, and since when. */
export function SetUpPage(slots: SetUpPageProps) {
  const { t } = useTranslation('set-up')
  const mayManage = hasRole(useSession(), 'administrator')
  return (
    <AdminPage title={t('title')} subtitle={t('lead')} noPermission={t('noPermission')}>
      {mayManage ? <SetUpState {...slots} /> : null}
    </AdminPage>
  )
}

function SetUpState(slots: SetUpPageProps) {
  const { t } = useTranslation('set-up')
  const query = useQuery(setUpQuery)
  const reading = useAskLinkedIn(query.data?.step)
  const wordProblem = useProblemWords()
  return (
    <>
      <SetUpReturn step={query.data?.step} />
      {reading.error ? (
        <p role="status" className={classes.problem}>
          {wordProblem(reading.error)} {t('askedAgain')}
        </p>
      ) : null}
      <Loaded query={query} failed={t('failed')} loading={<Loading rows={6} rowHeight={36} />}>
        {setUp => (setUp.step === 'notOffered' ? <NotOffered setUp={setUp} /> : <Parts setUp={setUp} {...slots} />)}
      </Loaded>
    </>
  )
}

function Parts({ setUp, health, users }: SetUpPageProps & { setUp: SetUp }) {
  const { t } = useTranslation('set-up')
  const isConnected = setUp.step !== 'connect'
  const isRequested = setUp.organizationUrn !== null
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <Section title={t('steps.title')} aside={<HelpLink topic="set-up" />}>
          <Stepper setUp={setUp} />
        </Section>
        {isConnected ? (
          <Section title={t('plugin.title')} note={t('plugin.note')}>
            <LinkedInPlugin state={`${setUp.company.state} ${setUp.contract.state}`} />
          </Section>
        ) : null}
        {isRequested ? users : null}
      </div>
      <div className={classes.side}>
        <AccessLevels setUp={setUp} />
        {setUp.settings && isConnected ? <SetUpSettings settings={setUp.settings} /> : null}
        {isRequested ? health : null}
        {isConnected ? <Disconnect setUp={setUp} /> : null}
      </div>
    </div>
  )
}

function Disconnect({ setUp }: { setUp: SetUp }) {
  const { t } = useTranslation('set-up')
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Section title={t('disconnect.section')}>
      <p className={classes.hint}>{t('disconnect.hint')}</p>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        {t('disconnect.open')}
      </Button>
      {isAsking ? <DisconnectDialog setUp={setUp} onClose={() => setIsAsking(false)} /> : null}
    </Section>
  )
}
