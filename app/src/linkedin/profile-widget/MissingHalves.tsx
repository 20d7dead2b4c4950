import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { HelpLink } from '../../ui/HelpLink.tsx'
import { LinkButton } from '../../ui/links.tsx'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './profile-widget.module.css'
import type { ProfileWidget } from './profile-widget.shapes.ts'

/** It takes two: the company's switch and the user's own account. Names the half that is missing, and the way there. */
export function MissingHalves({ widget: { instance, user } }: { widget: ProfileWidget }) {
  const { t } = useTranslation('profile-widget')
  return (
    <Section title={t('halves.title')} note={t('halves.note')} aside={<HelpLink topic="own-connection" />}>
      <Instance instance={instance} />
      {user === 'connected' ? (
        <Half tone="ok" word={t('halves.user.connected.word')} why={t('halves.user.connected.why')} />
      ) : (
        <Half
          tone={user === 'expired' ? 'warning' : 'waiting'}
          word={t(`halves.user.${user}.word`)}
          why={t(`halves.user.${user}.why`)}
          action={<LinkButton to="/settings/connections">{t(`halves.user.${user}.action`)}</LinkButton>}
        />
      )}
    </Section>
  )
}

function Instance({ instance: { on, nextActor, since, administrators } }: Pick<ProfileWidget, 'instance'>) {
  const { t, i18n } = useTranslation('profile-widget')
  const isAdministrator = hasRole(useSession(), 'administrator')
  if (on || nextActor === null) {
    return <Half tone="ok" word={t('halves.instance.on.word')} why={t('halves.instance.on.why')} />
  }
  const names = new Intl.ListFormat(i18n.language === 'en' ? 'en-GB' : i18n.language).format(administrators)
  return (
    <Half
      tone="waiting"
      word={t('halves.instance.off')}
      since={since}
      why={
        <>
          {t(`halves.instance.${nextActor}`)} {names ? t('halves.instance.ask', { names }) : null}
        </>
      }
      action={isAdministrator ? <LinkButton to="/admin/linkedin">{t('halves.instance.open')}</LinkButton> : null}
    />
  )
}

interface HalfProps {
  tone: 'ok' | 'waiting' | 'warning'
  word: string
  since?: string | null
  why: ReactNode
  action?: ReactNode
}

function Half({ tone, word, since, why, action }: HalfProps) {
  const { t } = useTranslation('profile-widget')
  return (
    <div className={classes.half}>
      <div className={classes.what}>
        <p className={classes.word}>
          <StatusWord tone={tone}>{word}</StatusWord>
          {since ? (
            <span className={classes.since}>
              {t('halves.since')} <Time at={since} as="day" />
            </span>
          ) : null}
        </p>
        <p className={classes.why}>{why}</p>
      </div>
      {action}
    </div>
  )
}
