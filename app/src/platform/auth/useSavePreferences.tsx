import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../ui/toast.tsx'
import { type Preferences, savePreferences, useSession } from './use-session.tsx'

/** Language and theme change at once; should the server not take them, that is said. */
export function useSavePreferences(): (preferences: Preferences) => void {
  const { t } = useTranslation('session')
  return preferences => {
    savePreferences(preferences).catch(() => showToast({ message: t('preferencesNotSaved') }))
  }
}

/** The theme follows the person to every browser, as the language does. */
export function useOwnTheme(): void {
  const { theme } = useSession().user
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme])
}
