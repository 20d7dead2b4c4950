import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board, Card } from './applications.shapes.ts'
import { BoardCard } from './BoardCard.tsx'
import classes from './board.module.css'
import type { Move } from './useBoard.tsx'

export type BoardStage = Board['stages'][number]

interface BoardColumnProps {
  stage: BoardStage
  stages: BoardStage[]
  onMove: ((move: Move) => void) | undefined
  /** Hands out a function that focuses the nth card, and says whether there was one. */
  onFocuser(focus: (index: number) => boolean): void
}

const CARD_HEIGHT = 83

export function BoardColumn({ stage, stages, onMove, onFocuser }: BoardColumnProps) {
  const { t } = useTranslation('applications')
  const heading = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const isOver = useDropTarget(scroller, stage, onMove)
  const virtual = useVirtualizer({
    count: stage.cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: index => stage.cards[index]?.id ?? index,
    overscan: 4,
  })
  useCardFocus(scroller, stage, virtual.scrollToIndex, onFocuser)
  return (
    <section
      aria-labelledby={heading}
      className={classes.column}
      data-kind={stage.kind}
      data-over={isOver || undefined}
    >
      <div className={classes.columnHead}>
        <h2 id={heading}>
          {stage.name} <span className={classes.count}>{stage.cards.length}</span>
        </h2>
        {stage.kind === 'prospect' ? <p className={classes.columnNote}>{t('board.notShared')}</p> : null}
      </div>
      <div ref={scroller} className={classes.cards}>
        <ul className={classes.cardList} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(item => {
            const card = stage.cards[item.index]
            if (!card) return null
            return (
              <li
                key={card.id}
                ref={virtual.measureElement}
                data-index={item.index}
                className={classes.cardSlot}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={stage.cards.length}
                aria-posinset={item.index + 1}
              >
                <BoardCard card={card} index={item.index} stage={stage} stages={stages} onMove={onMove} />
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

function useDropTarget(
  element: RefObject<HTMLElement | null>,
  stage: BoardStage,
  onMove: ((move: Move) => void) | undefined,
): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    if (!element.current || !onMove) return
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => source.data.fromStageId !== stage.id,
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false)
        const { card, fromStageId } = readDragged(source.data)
        onMove({ card, fromStageId, toStageId: stage.id })
      },
    })
  }, [element, stage.id, onMove])
  return isOver
}

// Only BoardCard puts something into a drag on this page.
function readDragged(data: Record<string | symbol, unknown>): { card: Card; fromStageId: string } {
  return data as { card: Card; fromStageId: string }
}

function useCardFocus(
  scroller: RefObject<HTMLDivElement | null>,
  stage: BoardStage,
  scrollTo: (index: number) => void,
  onFocuser: (focus: (index: number) => boolean) => void,
): void {
  useEffect(() => {
    onFocuser(wanted => {
      const index = Math.min(wanted, stage.cards.length - 1)
      if (index < 0) return false
      scrollTo(index)
      // The card may have to be drawn first.
      requestAnimationFrame(() => {
        scroller.current?.querySelector<HTMLElement>(`[data-card][data-index="${index}"] a`)?.focus()
      })
      return true
    })
  })
}
