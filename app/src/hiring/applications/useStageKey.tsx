import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'

/** `S` opens Move to… on the person who has the focus. */
export function useStageKey(openMenu: ((applicationId: string) => void) | undefined): void {
  const { t } = useTranslation('applications')
  const shortcuts = useMemo(() => {
    if (!openMenu) return []
    const run = () => {
      const card = document.activeElement?.closest<HTMLElement>('[data-card]')
      if (card?.dataset.card) openMenu(card.dataset.card)
    }
    return [{ keys: 's', label: t('keys.moveCard'), run }]
  }, [openMenu, t])
  useShortcuts(shortcuts)
}
