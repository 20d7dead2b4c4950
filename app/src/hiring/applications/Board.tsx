import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFillHeight } from '../candidates/useFillHeight.tsx'
import type { Board as BoardData } from './applications.shapes.ts'
import { BoardColumn, type FocusCard } from './BoardColumn.tsx'
import classes from './board.module.css'
import type { Move } from './useBoard.tsx'
import { useBoardKeys } from './useBoardKeys.tsx'
import type { CloseCard } from './useCloseCard.tsx'
import { useStageKeys } from './useStageKeys.tsx'

export interface BoardViewProps {
  jobId: string
  board: BoardData
  /** Absent: this person may look and not move. */
  onMove: ((move: Move) => void) | undefined
  /** Absent for the same reason. */
  onClose: CloseCard | undefined
}

/** One column a stage. Arrows go from card to card; the columns draw only the cards in sight. */
export function Board({ jobId, board, onMove, onClose }: BoardViewProps) {
  const { t } = useTranslation('applications')
  const stages = useMemo(() => board.stages.filter(stage => stage.enabled), [board.stages])
  const focusers = useRef(new Map<string, FocusCard>())
  const [menuFor, setMenuFor] = useState<string>()
  const follow = useFocusAfterMove(board, focusers.current)
  const fill = useFillHeight<HTMLElement>()
  const choose =
    onMove &&
    ((move: Move) => {
      follow(move.card.id)
      onMove(move)
    })
  const onKeyDown = useBoardKeys(stages, focusers.current)
  useStageKeys({ jobId, onMove: choose, onClose, openMenu: setMenuFor })

  return (
    <section ref={fill} aria-label={t('board.name')} className={classes.board} onKeyDown={onKeyDown}>
      {stages.map(stage => (
        <BoardColumn
          key={stage.id}
          stage={stage}
          stages={stages}
          menuFor={menuFor}
          onMenu={setMenuFor}
          onMove={onMove}
          onChoose={choose}
          onClose={onClose}
          focusers={focusers.current}
        />
      ))}
    </section>
  )
}

/**
 * A card that was moved by its menu is drawn anew in another column, and with it would go the focus.
 * So it follows the card, there and back again, until the person does something else.
 */
function useFocusAfterMove(board: BoardData, focusers: Map<string, FocusCard>): (cardId: string) => void {
  const followed = useRef<string>(undefined)
  useEffect(() => {
    const release = (event: PointerEvent | KeyboardEvent) => {
      // Ctrl Z brings the card back, and is meant to bring the focus.
      if (event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey)) return
      followed.current = undefined
    }
    document.addEventListener('pointerdown', release, true)
    document.addEventListener('keydown', release, true)
    return () => {
      document.removeEventListener('pointerdown', release, true)
      document.removeEventListener('keydown', release, true)
    }
  }, [])
  useEffect(() => {
    for (const stage of followed.current ? board.stages : []) {
      const index = stage.cards.findIndex(card => card.id === followed.current)
      if (index >= 0) focusers.get(stage.id)?.(index)
    }
  }, [board, focusers])
  return cardId => {
    followed.current = cardId
  }
}
