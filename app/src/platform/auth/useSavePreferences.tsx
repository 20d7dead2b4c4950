import { useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../ui/toast.tsx'
import { type Preferences, savePreferences } from './use-session.tsx'

/** Language and theme change at once; should the server not take them, that is said. */
export function useSavePreferences(): (preferences: Preferences) => void {
  const { t } = useTranslation('session')
  const { setColorScheme } = useMantineColorScheme()
  return preferences => {
    if (preferences.theme) setColorScheme(colorSchemeOf(preferences.theme))
    savePreferences(preferences).catch(() => showToast({ message: t('preferencesNotSaved') }))
  }
}

export function colorSchemeOf(theme: 'system' | 'light' | 'dark'): 'auto' | 'light' | 'dark' {
  return theme === 'system' ? 'auto' : theme
}
