import { memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../ui/Time.tsx'
import type { BoardStage, Card } from './applications.shapes.ts'
import classes from './board.module.css'
import { CardLink } from './CardLink.tsx'
import { useDragged } from './dragged-card.tsx'
import { MoveMenu } from './MoveMenu.tsx'
import { useStay } from './stay.tsx'
import type { Move } from './useBoard.tsx'
import type { CloseCard } from './useCloseCard.tsx'

interface BoardCardProps {
  card: Card
  index: number
  stage: BoardStage
  stages: BoardStage[]
  menuOpen: boolean
  onMenu: (applicationId: string | undefined) => void
  onChoose: ((move: Move) => void) | undefined
  onClose: CloseCard | undefined
}

export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { card, index, stage, stages, menuOpen, onMenu, onChoose, onClose } = props
  const { t } = useTranslation('candidates')
  const element = useRef<HTMLElement>(null)
  const isDragged = useDragged(element, { card, fromStageId: stage.id }, onChoose !== undefined)
  const isNew = useIsNew(card)
  const stay = useStay(card.stageSince)
  return (
    <article
      ref={element}
      className={classes.card}
      data-card={card.id}
      data-index={index}
      data-stage={stage.id}
      data-new={isNew || undefined}
      data-dragged={isDragged || undefined}
    >
      <div className={classes.cardTop}>
        <CardLink card={card} />
        {onChoose ? (
          <MoveMenu
            name={card.name}
            hereId={stage.id}
            stages={stages}
            opened={menuOpen}
            onChange={opened => onMenu(opened ? card.id : undefined)}
            onMove={toStageId => onChoose({ card, fromStageId: stage.id, toStageId })}
            onClose={onClose && (as => onClose(card, as))}
          />
        ) : null}
      </div>
      <p className={classes.headline}>{card.headline}</p>
      <p className={classes.meta}>
        {t(`source.${card.source}`)} · {stay}
      </p>
    </article>
  )
})

const NEW_MS = 60_000

/** Came in from LinkedIn a moment ago and nobody has looked: it stands out for a minute. */
export function useIsNew(card: Card): boolean {
  const now = useNow()
  return card.source === 'linkedin' && !card.opened && now - Date.parse(card.stageSince) < NEW_MS
}
