import { Menu, UnstyledButton } from '@mantine/core'
import { IconLogout, IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../ui/Initials.tsx'
import { LinkMenuItem } from '../../ui/links.tsx'
import { useSession } from './use-session.tsx'
import classes from './user-menu.module.css'
import { useSavePreferences } from './useSavePreferences.tsx'
import { useSignOut } from './useSignOut.tsx'

export function UserMenu() {
  const { t } = useTranslation('session')
  const { user } = useSession()
  const name = `${user.firstName} ${user.lastName}`
  return (
    <Menu width={240} position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes.person} aria-label={t('menu.open', { name })}>
          <Initials name={name} size={28} own />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <p className={classes.name}>{name}</p>
          <p className={classes.email}>{user.email}</p>
        </div>
        <Menu.Divider />
        <PreferenceItems />
        <Menu.Divider />
        <LinkMenuItem to="/settings/profile" leftSection={<IconSettings size={16} />}>
          {t('menu.settings')}
        </LinkMenuItem>
        <SignOutItem />
      </Menu.Dropdown>
    </Menu>
  )
}

function PreferenceItems() {
  const { t } = useTranslation('session')
  const { user } = useSession()
  const save = useSavePreferences()
  return (
    <>
      <Menu.Label>{t('language')}</Menu.Label>
      <Menu.RadioGroup value={user.language}>
        {(['en', 'nl'] as const).map(language => (
          <Menu.RadioItem key={language} value={language} onChange={() => save({ language })} lang={language}>
            {t(`languages.${language}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('theme')}</Menu.Label>
      <Menu.RadioGroup value={user.theme}>
        {(['system', 'light', 'dark'] as const).map(theme => (
          <Menu.RadioItem key={theme} value={theme} onChange={() => save({ theme })}>
            {t(`themes.${theme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}

function SignOutItem() {
  const { t } = useTranslation('session')
  const signOut = useSignOut()
  return (
    <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
      {t('menu.signOut')}
    </Menu.Item>
  )
}
