import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusWhenDrawn } from '../../ui/list-keys.tsx'
import { useNow } from '../../ui/Time.tsx'
import type { BoardStage } from './applications.shapes.ts'
import { BoardCard } from './BoardCard.tsx'
import classes from './board.module.css'
import { readDragged } from './dragged-card.tsx'
import { findMedianDays } from './stay.tsx'
import type { Move } from './useBoard.tsx'
import type { CloseCard } from './useCloseCard.tsx'

/** Focuses the nth card of a column, and says whether there was one. */
export type FocusCard = (index: number) => boolean

interface BoardColumnProps {
  stage: BoardStage
  stages: BoardStage[]
  /** The application whose Move to… menu is open. */
  menuFor: string | undefined
  onMenu: (applicationId: string | undefined) => void
  /** By dropping a card here. */
  onMove: ((move: Move) => void) | undefined
  /** By a card's menu. */
  onChoose: ((move: Move) => void) | undefined
  onClose: CloseCard | undefined
  focusers: Map<string, FocusCard>
}

/** With the gap below it. Every card has the same, as the style sheet says. */
const CARD_HEIGHT = 83

export function BoardColumn(props: BoardColumnProps) {
  const { stage, stages, menuFor, onMenu, onMove, onChoose, onClose, focusers } = props
  const heading = useId()
  const column = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const isOver = useDropTarget(column, stage, onMove)
  const virtual = useVirtualizer({
    count: stage.cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: index => stage.cards[index]?.id ?? index,
    // Enough in reserve that a column may be drawn a moment after it has scrolled.
    overscan: 6,
    useFlushSync: false,
  })
  useCardFocus(scroller, stage, { scrollTo: virtual.scrollToIndex, focusers })
  return (
    <section
      ref={column}
      aria-labelledby={heading}
      className={classes.column}
      data-kind={stage.kind}
      data-over={isOver || undefined}
    >
      <ColumnHead id={heading} stage={stage} />
      <div ref={scroller} className={classes.cards}>
        <ul className={classes.cardList} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(item => {
            const card = stage.cards[item.index]
            if (!card) return null
            return (
              <li
                key={card.id}
                className={classes.cardSlot}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={stage.cards.length}
                aria-posinset={item.index + 1}
              >
                <BoardCard
                  card={card}
                  index={item.index}
                  stage={stage}
                  stages={stages}
                  menuOpen={menuFor === card.id}
                  onMenu={onMenu}
                  onChoose={onChoose}
                  onClose={onClose}
                />
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

/** Not drawn again for every step of scrolling: the median counts all cards. */
const ColumnHead = memo(function ColumnHead({ id, stage }: { id: string; stage: BoardStage }) {
  const { t } = useTranslation('applications')
  return (
    <div className={classes.columnHead}>
      <h2 id={id}>
        {stage.name} <span className={classes.count}>{stage.cards.length}</span>
      </h2>
      <p className={classes.columnNote}>
        {stage.kind === 'prospect' ? t('board.notShared') : <MedianStay cards={stage.cards} />}
      </p>
    </div>
  )
})

function MedianStay({ cards }: { cards: BoardStage['cards'] }) {
  const { t } = useTranslation('applications')
  const now = useNow()
  const days = findMedianDays(
    cards.map(card => card.stageSince),
    now,
  )
  if (days === undefined) return null
  return days === 0 ? t('board.medianToday') : t('board.median', { count: days })
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
      canDrop: ({ source }) => {
        const dragged = readDragged(source.data)
        return dragged !== undefined && dragged.fromStageId !== stage.id
      },
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false)
        const dragged = readDragged(source.data)
        if (dragged) onMove({ ...dragged, toStageId: stage.id })
      },
    })
  }, [element, stage.id, onMove])
  return isOver
}

interface Reach {
  scrollTo: (index: number) => void
  focusers: Map<string, FocusCard>
}

function useCardFocus(scroller: RefObject<HTMLDivElement | null>, stage: BoardStage, { scrollTo, focusers }: Reach) {
  useEffect(() => {
    focusers.set(stage.id, wanted => {
      const index = Math.min(wanted, stage.cards.length - 1)
      if (index < 0) return false
      scrollTo(index)
      focusWhenDrawn(() => scroller.current?.querySelector(`[data-card][data-index="${index}"] a`))
      return true
    })
    return () => {
      focusers.delete(stage.id)
    }
  })
}
