import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { OwnTwoStep } from './OwnTwoStep.tsx'
import classes from './security-tab.module.css'
import { useSession } from './use-session.tsx'

/** User settings: how I get in, and where I am in. */
export function SecurityTab() {
  const { t } = useTranslation('session')
  const { vouched } = useSession()
  return (
    <div className={classes.tab}>
      {vouched ? (
        <Section title={t('company.title')}>
          <p className={classes.row}>{t('company.own')}</p>
        </Section>
      ) : (
        <Section title={t('twoStep.title')}>
          <OwnTwoStep />
        </Section>
      )}
      <Section title={t('sessions.title')}>
        <OwnSessions />
      </Section>
      {vouched ? null : (
        <Section title={t('password.changeTitle')}>
          <ChangePassword />
        </Section>
      )}
    </div>
  )
}
