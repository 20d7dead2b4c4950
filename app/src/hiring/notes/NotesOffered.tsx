import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { askForWriter } from './asked-writer.tsx'

/** The tab is there for whoever sees the person; `N` opens it with the cursor in a new note. */
export function NotesOffered({ children }: { children: (title: string) => ReactNode }) {
  const { t } = useTranslation('notes-tab')
  const { history } = useRouter()
  function write() {
    const address = new URL(window.location.href)
    askForWriter()
    if (address.searchParams.get('tab') === 'notes') return
    address.searchParams.set('tab', 'notes')
    history.push(address.pathname + address.search)
  }
  useShortcuts([{ keys: 'n', label: t('keys.write'), run: write }])
  return children(t('title'))
}
