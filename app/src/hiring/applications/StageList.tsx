import { Button } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useListKeys } from '../../ui/list-keys.tsx'
import { TabBar, TabLink } from '../../ui/TabBar.tsx'
import type { BoardStage, Card } from './applications.shapes.ts'
import type { BoardViewProps } from './Board.tsx'
import { useIsNew } from './BoardCard.tsx'
import { useBoardFilter } from './board-filter.tsx'
import { CardLink } from './CardLink.tsx'
import { MoveMenu } from './MoveMenu.tsx'
import classes from './stage-list.module.css'
import { useStay } from './stay.tsx'
import { useStageKeys } from './useStageKeys.tsx'

const PORTION = 50

/** The board on a telephone: one stage at a time, as a list. */
export function StageList({ jobId, board, onMove, onClose }: BoardViewProps) {
  const { t } = useTranslation('applications')
  const { stage: chosen } = useBoardFilter()
  const stages = board.stages.filter(stage => stage.enabled)
  const stage = stages.find(one => one.id === chosen) ?? stages[0]
  if (!stage) return null
  return (
    <>
      <div className={classes.stages}>
        <TabBar label={t('board.stages')}>
          {stages.map(one => (
            <TabLink
              key={one.id}
              to="."
              search={(before: object) => ({ ...before, stage: one.id })}
              replace
              count={one.cards.length}
              aria-current={one.id === stage.id ? 'page' : undefined}
            >
              {one.name}
            </TabLink>
          ))}
        </TabBar>
      </div>
      {stage.kind === 'prospect' ? (
        <p className={classes.note}>
          <IconEyeOff size={15} aria-hidden /> {t('board.notShared')}
        </p>
      ) : null}
      <Cards key={stage.id} {...{ jobId, stage, stages, onMove, onClose }} />
    </>
  )
}

interface CardsProps {
  jobId: string
  stage: BoardStage
  stages: BoardStage[]
  onMove: BoardViewProps['onMove']
  onClose: BoardViewProps['onClose']
}

function Cards({ jobId, stage, stages, onMove, onClose }: CardsProps) {
  const { t } = useTranslation('applications')
  const [shown, setShown] = useState(PORTION)
  const [menuFor, setMenuFor] = useState<string>()
  useStageKeys({ jobId, onMove, onClose, openMenu: setMenuFor })
  useListKeys(Math.min(shown, stage.cards.length))
  if (stage.cards.length === 0) return <EmptyState title={t('board.stageEmpty')} why={t('board.stageEmptyWhy')} />
  return (
    <>
      <ul className={classes.list} aria-label={stage.name}>
        {stage.cards.slice(0, shown).map((card, index) => (
          <Row key={card.id} card={card} index={index}>
            {onMove ? (
              <MoveMenu
                name={card.name}
                hereId={stage.id}
                stages={stages}
                opened={menuFor === card.id}
                onChange={opened => setMenuFor(opened ? card.id : undefined)}
                onMove={toStageId => onMove({ card, fromStageId: stage.id, toStageId })}
                onClose={onClose && (as => onClose(card, as))}
              />
            ) : null}
          </Row>
        ))}
      </ul>
      {stage.cards.length > shown ? (
        <Button variant="default" mt="md" onClick={() => setShown(shown + PORTION)}>
          {t('board.more', { count: stage.cards.length - shown })}
        </Button>
      ) : null}
    </>
  )
}

function Row({ card, index, children }: { card: Card; index: number; children: ReactNode }) {
  const { t } = useTranslation('candidates')
  const stay = useStay(card.stageSince)
  const isNew = useIsNew(card)
  return (
    <li className={classes.row} data-card={card.id} data-index={index} data-new={isNew || undefined}>
      <div className={classes.text}>
        <span className={classes.name}>
          <CardLink card={card} />
        </span>
        {card.headline ? <p className={classes.headline}>{card.headline}</p> : null}
      </div>
      <div className={classes.meta}>
        <span className={classes.stay}>{stay}</span>
        <span>{t(`source.${card.source}`)}</span>
      </div>
      {children}
    </li>
  )
}
