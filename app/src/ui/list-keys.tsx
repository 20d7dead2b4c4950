import { useTranslation } from 'react-i18next'
import { useShortcuts } from './shortcuts.tsx'

/**
 * J and K go from row to row; Enter opens, because each row's first link or button has the focus then.
 * Rows carry their place as `data-index`. `focus` says how to reach one that is not drawn.
 */
export function useListKeys(count: number, focus: (index: number) => void = focusRow): void {
  const { t } = useTranslation('ui')
  const step = (by: 1 | -1) => {
    const row = document.activeElement?.closest<HTMLElement>('main [data-index]')
    const next = row ? Number(row.dataset.index) + by : 0
    if (next >= 0 && next < count) focus(next)
  }
  useShortcuts([
    { keys: 'j', label: t('keys.nextRow'), run: () => step(1) },
    { keys: 'k', label: t('keys.previousRow'), run: () => step(-1) },
  ])
}

export function focusRow(index: number): void {
  focusWhenDrawn(() => document.querySelector(`main [data-index="${index}"] :is(a, button)`))
}

/** What was out of sight is drawn a frame or two after its list has scrolled to it. */
export function focusWhenDrawn(find: () => Element | null | undefined, framesLeft = 10): void {
  const found = find()
  if (found instanceof HTMLElement) found.focus()
  else if (framesLeft > 0) requestAnimationFrame(() => focusWhenDrawn(find, framesLeft - 1))
}
