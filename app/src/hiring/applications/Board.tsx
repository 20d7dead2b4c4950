import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFillHeight } from '../candidates/useFillHeight.tsx'
import type { Board as BoardData } from './applications.shapes.ts'
import { BoardColumn, type FocusCard } from './BoardColumn.tsx'
import classes from './board.module.css'
import type { Move } from './useBoard.tsx'
import { useStageKey } from './useStageKey.tsx'

export interface BoardViewProps {
  board: BoardData
  /** Absent: this person may look and not move. */
  onMove: ((move: Move) => void) | undefined
}

/** One column a stage. Arrows go from card to card; the columns draw only the cards in sight. */
export function Board({ board, onMove }: BoardViewProps) {
  const { t } = useTranslation('applications')
  const stages = useMemo(() => board.stages.filter(stage => stage.enabled), [board.stages])
  const focusers = useRef(new Map<string, FocusCard>())
  const [menuFor, setMenuFor] = useState<string>()
  const follow = useFocusAfterMove(board, focusers.current)
  const fill = useFillHeight<HTMLElement>()
  useStageKey(onMove ? setMenuFor : undefined)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key]
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    if (!here || event.target !== here.querySelector('a')) return
    event.preventDefault()
    const column = stages.findIndex(stage => stage.id === here.dataset.stage)
    focusNear(column + step.column, Number(here.dataset.index) + step.card, step.column)
  }

  // Sideways over empty stages to the next one that has a card.
  const focusNear = (column: number, index: number, direction: number) => {
    const stage = stages[column]
    if (!stage || focusers.current.get(stage.id)?.(index) || direction === 0) return
    focusNear(column + direction, index, direction)
  }

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
          onChoose={
            onMove &&
            (move => {
              follow(move.card.id)
              onMove(move)
            })
          }
          focusers={focusers.current}
        />
      ))}
    </section>
  )
}

const steps: Record<string, { column: number; card: number }> = {
  ArrowUp: { column: 0, card: -1 },
  ArrowDown: { column: 0, card: 1 },
  ArrowLeft: { column: -1, card: 0 },
  ArrowRight: { column: 1, card: 0 },
}

/**
 * A card that was moved by its menu is drawn anew in another column, and with it would go the focus.
 * So it follows the card, there and back again, until the person does something else.
 */
function useFocusAfterMove(board: BoardData, focusers: Map<string, FocusCard>): (cardId: string) => void {
  const followed = useRef<string>(undefined)
  useEffect(() => {
    const release = () => {
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
