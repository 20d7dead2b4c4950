import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../ui/Initials.tsx'
import type { Suggested } from './note-extensions.tsx'
import classes from './note-writer.module.css'
import type { Colleague } from './notes.shapes.ts'

/** Which colleague Enter would mention. The editor keeps the focus, and hands its keys over. */
export function useMentionChoice() {
  const [shown, setShown] = useState<{ suggested: Suggested; at: number }>()
  const suggest = useCallback((suggested: Suggested | undefined) => {
    setShown(before => suggested && { suggested, at: before?.suggested.query === suggested.query ? before.at : 0 })
  }, [])
  const items = shown?.suggested.items ?? []
  const at = shown ? Math.min(shown.at, Math.max(0, items.length - 1)) : 0
  const take = (colleague: Colleague) => shown?.suggested.command({ id: colleague.id, label: colleague.name })

  function onKeyDown({ key }: KeyboardEvent): boolean {
    if (!shown) return false
    if (key === 'Escape') {
      setShown(undefined)
      return true
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    const chosen = items[at]
    if (step !== undefined && items.length > 0) {
      setShown({ ...shown, at: (at + step + items.length) % items.length })
      return true
    }
    if ((key !== 'Enter' && key !== 'Tab') || !chosen) return false
    take(chosen)
    return true
  }

  const activeId = items.length > 0 ? (listId: string) => `${listId}-${at}` : undefined
  return { isOpen: shown !== undefined, items, at, take, suggest, onKeyDown, activeId }
}

interface MentionListProps {
  id: string
  choice: ReturnType<typeof useMentionChoice>
}

export function MentionList({ id, choice }: MentionListProps) {
  const { t } = useTranslation('notes')
  const { isOpen, items, at, take } = choice
  if (!isOpen) return null
  if (items.length === 0) {
    return (
      <p role="status" className={classes.nobody}>
        {t('mention.none')}
      </p>
    )
  }
  return (
    <div role="listbox" id={id} aria-label={t('mention.list')} className={classes.mentions}>
      {items.map((colleague, index) => (
        <div
          key={colleague.id}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === at}
          tabIndex={-1}
          className={classes.mentionChoice}
          // Before the editor loses the focus, with which the mention would end.
          onPointerDown={event => {
            event.preventDefault()
            take(colleague)
          }}
        >
          <Initials name={colleague.name} size={20} />
          {colleague.name}
        </div>
      ))}
    </div>
  )
}
