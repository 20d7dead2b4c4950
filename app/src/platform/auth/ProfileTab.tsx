import { SegmentedControl, Switch } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { useLettersSwitch } from '../../ui/shortcuts.tsx'
import classes from './profile-tab.module.css'
import { useSession } from './use-session.tsx'
import { useSavePreferences } from './useSavePreferences.tsx'

export function ProfileTab() {
  const { t } = useTranslation('session')
  return (
    <div className={classes.tab}>
      <Section title={t('profile.you')}>
        <Facts />
      </Section>
      <Section title={t('profile.preferences')}>
        <Preferences />
      </Section>
    </div>
  )
}

function Facts() {
  const { t, i18n } = useTranslation('session')
  const { user, instance } = useSession()
  const roles = user.roles.map(role => t(`roles.${role}`))
  return (
    <dl className={classes.rows}>
      <Row label={t('profile.name')}>
        {user.firstName} {user.lastName}
      </Row>
      <Row label={t('profile.email')}>{user.email}</Row>
      <Row label={t('profile.company')}>{`${instance.name}, ${instance.instanceName}`}</Row>
      <Row label={t('profile.roles')}>
        {roles.length > 0 ? new Intl.ListFormat(i18n.language).format(roles) : t('profile.noRoles')}
      </Row>
    </dl>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Preferences() {
  const { t } = useTranslation('session')
  const { user } = useSession()
  const save = useSavePreferences()
  const [lettersOn, switchLetters] = useLettersSwitch()
  return (
    <div className={classes.rows}>
      <Choice
        label={t('language')}
        value={user.language}
        words="languages"
        options={['en', 'nl']}
        onChange={language => save({ language })}
      />
      <Choice
        label={t('theme')}
        value={user.theme}
        words="themes"
        options={['system', 'light', 'dark']}
        onChange={theme => save({ theme })}
      />
      <div className={classes.row}>
        <span className={classes.label}>{t('profile.keyboard')}</span>
        <Switch
          label={t('profile.letters')}
          description={t('profile.lettersHint')}
          checked={lettersOn}
          onChange={event => switchLetters(event.currentTarget.checked)}
        />
      </div>
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  words: 'languages' | 'themes'
  options: readonly Value[]
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, words, options, onChange }: ChoiceProps<Value>) {
  const { t } = useTranslation('session')
  const id = useId()
  return (
    <div className={classes.row}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        data={options.map(option => ({ value: option, label: t(`${words}.${option}`) }))}
        onChange={chosen => {
          const option = options.find(one => one === chosen)
          if (option !== undefined) onChange(option)
        }}
      />
    </div>
  )
}
