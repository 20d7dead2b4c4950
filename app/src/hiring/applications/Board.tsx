import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board as BoardData } from './applications.shapes.ts'
import { BoardColumn } from './BoardColumn.tsx'
import classes from './board.module.css'
import type { Move } from './useBoard.tsx'

export interface BoardViewProps {
  board: BoardData
  /** Absent: this person may look and not move. */
  onMove: ((move: Move) => void) | undefined
}

/** One column a stage. Arrows go from card to card; the columns draw only the cards in sight. */
export function Board({ board, onMove }: BoardViewProps) {
  const { t } = useTranslation('applications')
  const stages = board.stages.filter(stage => stage.enabled)
  const focusers = useRef(new Map<string, (index: number) => boolean>())

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key]
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    if (!step || !here || event.target !== here.querySelector('a')) return
    const column = stages.findIndex(stage => stage.id === here.dataset.stage)
    const index = Number(here.dataset.index)
    event.preventDefault()
    focusNear(column + step.column, index + step.card, step.column)
  }

  // Sideways over empty stages to the next one that has a card.
  const focusNear = (column: number, index: number, direction: number) => {
    for (let at = column; stages[at]; at += direction) {
      if (focusers.current.get(stages[at].id)?.(index)) return
      if (direction === 0) return
    }
  }

  return (
    <section aria-label={t('board.name')} className={classes.board} onKeyDown={onKeyDown}>
      {stages.map(stage => (
        <BoardColumn
          key={stage.id}
          stage={stage}
          stages={stages}
          onMove={onMove}
          onFocuser={focus => {
            focusers.current.set(stage.id, focus)
          }}
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
