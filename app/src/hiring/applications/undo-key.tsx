import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'

/** What can be taken back on this page, the last thing at the end. */
export type Undoable = Set<() => void>

/** Ctrl Z takes back the last change, like its toast, and pressed again the one before. */
export function useUndoKey(): Undoable {
  const { t } = useTranslation('applications')
  const [undoable] = useState<Undoable>(() => new Set())
  useShortcuts([
    {
      keys: 'mod+z',
      label: t('keys.undo'),
      run: () => [...undoable].at(-1)?.(),
      isPossible: () => undoable.size > 0,
    },
  ])
  return undoable
}
