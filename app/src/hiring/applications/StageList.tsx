import { IconEyeOff } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'
import type { Card } from './applications.shapes.ts'
import type { BoardViewProps } from './Board.tsx'
import type { BoardStage } from './BoardColumn.tsx'
import classes from './board.module.css'
import { MoveMenu } from './MoveMenu.tsx'
import { useStay } from './useStay.tsx'

const PORTION = 50

/** The board on a telephone: one stage at a time, as a list. */
export function StageList({ board, onMove }: BoardViewProps) {
  const { t } = useTranslation('applications')
  const search = useSearch({ strict: false }) as { stage?: string } // the chosen stage is part of the address
  const navigate = useNavigate()
  const [shown, setShown] = useState(PORTION)
  const stages = board.stages.filter(stage => stage.enabled)
  const stage = stages.find(one => one.id === search.stage) ?? stages[0]
  if (!stage) return null
  return (
    <>
      <TabBar label={t('board.stages')}>
        {stages.map(one => (
          <TabLink
            key={one.id}
            to="."
            search={(before: object) => ({ ...before, stage: one.id })}
            count={one.cards.length}
            aria-current={one.id === stage.id ? 'page' : undefined}
          >
            {one.name}
          </TabLink>
        ))}
      </TabBar>
      {stage.kind === 'prospect' ? (
        <p className={classes.listNote}>
          <IconEyeOff size={15} aria-hidden /> {t('board.notShared')}
        </p>
      ) : null}
      {stage.cards.length === 0 ? <EmptyState title={t('board.stageEmpty')} why={t('board.stageEmptyWhy')} /> : null}
      <ul className={classes.list}>
        {stage.cards.slice(0, shown).map(card => (
          <StageListRow
            key={card.id}
            card={card}
            stage={stage}
            stages={stages}
            onMove={
              onMove &&
              (toStageId => {
                onMove({ card, fromStageId: stage.id, toStageId })
                navigate({ to: '.', search: before => before })
              })
            }
          />
        ))}
      </ul>
      {stage.cards.length > shown ? (
        <button type="button" className={classes.more} onClick={() => setShown(shown + PORTION)}>
          {t('board.more', { count: stage.cards.length - shown })}
        </button>
      ) : null}
    </>
  )
}

interface RowProps {
  card: Card
  stage: BoardStage
  stages: BoardStage[]
  onMove: ((toStageId: string) => void) | undefined
}

function StageListRow({ card, stage, stages, onMove }: RowProps) {
  const { t } = useTranslation(['applications', 'candidates'])
  const [menuOpen, setMenuOpen] = useState(false)
  const stay = useStay(card.stageSince)
  return (
    <li className={classes.listRow} data-card>
      <div className={classes.listText}>
        <Link to="/applications/$applicationId" params={{ applicationId: card.id }} className={classes.cardName}>
          {card.name}
        </Link>
        {card.opened ? null : (
          <span className={classes.dot}>
            <span className="visually-hidden">{t('applications:board.unseen')}</span>
          </span>
        )}
        {card.headline ? <p className={classes.headline}>{card.headline}</p> : null}
      </div>
      <div className={classes.listMeta}>
        <span>{stay}</span>
        <span>{t(`candidates:source.${card.source}`)}</span>
      </div>
      {onMove ? (
        <MoveMenu card={card} stage={stage} stages={stages} opened={menuOpen} onChange={setMenuOpen} onMove={onMove} />
      ) : null}
    </li>
  )
}
