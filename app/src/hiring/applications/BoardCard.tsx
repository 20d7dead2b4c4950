import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../ui/Time.tsx'
import type { Card } from './applications.shapes.ts'
import type { BoardStage } from './BoardColumn.tsx'
import classes from './board.module.css'
import { MoveMenu } from './MoveMenu.tsx'
import type { Move } from './useBoard.tsx'
import { useStay } from './useStay.tsx'

interface BoardCardProps {
  card: Card
  index: number
  stage: BoardStage
  stages: BoardStage[]
  onMove: ((move: Move) => void) | undefined
}

export function BoardCard({ card, index, stage, stages, onMove }: BoardCardProps) {
  const { t } = useTranslation(['applications', 'candidates'])
  const [menuOpen, setMenuOpen] = useState(false)
  const element = useRef<HTMLElement>(null)
  const isDragged = useDrag(element, card, stage.id, onMove !== undefined)
  const isNew = useIsNew(card)
  const stay = useStay(card.stageSince)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 's' || event.ctrlKey || event.metaKey || event.altKey || !onMove) return
    event.preventDefault()
    event.stopPropagation()
    setMenuOpen(true)
  }

  return (
    <article
      ref={element}
      className={classes.card}
      data-card
      data-index={index}
      data-stage={stage.id}
      data-new={isNew || undefined}
      data-dragged={isDragged || undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.cardTop}>
        <Link to="/applications/$applicationId" params={{ applicationId: card.id }} className={classes.cardName}>
          {card.name}
        </Link>
        {card.opened ? null : (
          <span className={classes.dot}>
            <span className="visually-hidden">{t('applications:board.unseen')}</span>
          </span>
        )}
        {onMove ? (
          <MoveMenu
            card={card}
            stage={stage}
            stages={stages}
            opened={menuOpen}
            onChange={setMenuOpen}
            onMove={toStageId => onMove({ card, fromStageId: stage.id, toStageId })}
          />
        ) : null}
      </div>
      {card.headline ? <p className={classes.headline}>{card.headline}</p> : null}
      <p className={classes.meta}>
        {t(`candidates:source.${card.source}`)} · {stay}
      </p>
    </article>
  )
}

function useDrag(element: RefObject<HTMLElement | null>, card: Card, fromStageId: string, enabled: boolean) {
  const [isDragged, setIsDragged] = useState(false)
  useEffect(() => {
    if (!element.current || !enabled) return
    return draggable({
      element: element.current,
      getInitialData: () => ({ card, fromStageId }),
      onDragStart: () => setIsDragged(true),
      onDrop: () => setIsDragged(false),
    })
  }, [element, card, fromStageId, enabled])
  return isDragged
}

const NEW_MS = 60_000

/** Came in from LinkedIn a moment ago and nobody has looked: it stands out for a minute. */
function useIsNew(card: Card): boolean {
  const now = useNow()
  return card.source === 'linkedin' && !card.opened && now - Date.parse(card.stageSince) < NEW_MS
}
