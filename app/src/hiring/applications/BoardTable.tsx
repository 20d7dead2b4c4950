import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusRow, useListKeys } from '../../ui/list-keys.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import { useFillHeight } from '../candidates/useFillHeight.tsx'
import type { BoardStage, Card } from './applications.shapes.ts'
import type { BoardViewProps } from './Board.tsx'
import { useIsNew } from './BoardCard.tsx'
import classes from './board-table.module.css'
import { CardLink } from './CardLink.tsx'
import { MoveMenu } from './MoveMenu.tsx'
import { useStay } from './stay.tsx'
import { useStageKeys } from './useStageKeys.tsx'

const ROW_HEIGHT = 53

/** The same people as rows: stage after stage, each in the chosen order. Only the rows in sight are drawn. */
export function BoardTable({ jobId, board, onMove, onClose }: BoardViewProps) {
  const { t } = useTranslation('applications')
  const fill = useFillHeight<HTMLDivElement>()
  const [menuFor, setMenuFor] = useState<string>()
  const stages = useMemo(() => board.stages.filter(stage => stage.enabled), [board.stages])
  const rows = useMemo(() => stages.flatMap(stage => stage.cards.map(card => ({ card, stage }))), [stages])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => fill.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  useStageKeys({ jobId, onMove, onClose, openMenu: setMenuFor })
  useListKeys(rows.length, index => {
    virtual.scrollToIndex(index)
    focusRow(index)
  })
  const drawn = virtual.getVirtualItems()
  const above = drawn[0]?.start ?? 0
  const below = virtual.getTotalSize() - (drawn[drawn.length - 1]?.end ?? 0)
  return (
    <div ref={fill} className={classes.scroller}>
      <table className={classes.table} aria-label={t('table.name')} aria-rowcount={rows.length + 1}>
        <Head />
        <tbody>
          <Gap height={above} />
          {drawn.map(item => {
            const row = rows[item.index]
            if (!row) return null
            const { card, stage } = row
            return (
              <Row key={card.id} card={card} stage={stage} index={item.index}>
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
            )
          })}
          <Gap height={below} />
        </tbody>
      </table>
    </div>
  )
}

function Head() {
  const { t } = useTranslation('applications')
  return (
    <thead>
      <tr>
        <th scope="col">{t('table.person')}</th>
        <th scope="col">{t('table.stage')}</th>
        <th scope="col">{t('table.source')}</th>
        <th scope="col" className={classes.number}>
          {t('table.stay')}
        </th>
        <th scope="col" className={classes.number}>
          {t('table.since')}
        </th>
        <th scope="col" className={classes.menu}>
          <span className="visually-hidden">{t('table.move')}</span>
        </th>
      </tr>
    </thead>
  )
}

/** Takes the place of the rows out of sight. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={6} className={classes.gap} style={{ height }} />
    </tr>
  )
}

interface RowProps {
  card: Card
  stage: BoardStage
  index: number
  children: ReactNode
}

function Row({ card, stage, index, children }: RowProps) {
  const { t } = useTranslation(['applications', 'candidates'])
  const stay = useStay(card.stageSince)
  const isNew = useIsNew(card)
  return (
    <tr
      className={classes.row}
      data-card={card.id}
      data-index={index}
      data-new={isNew || undefined}
      aria-rowindex={index + 2}
    >
      <th scope="row">
        <span className={classes.name}>
          <CardLink card={card} />
        </span>
        <span className={classes.headline}>{card.headline}</span>
      </th>
      <td>
        {stage.kind === 'prospect' ? (
          <StatusWord tone="hidden">
            {stage.name}
            <span className="visually-hidden">, {t('applications:board.notShared')}</span>
          </StatusWord>
        ) : (
          stage.name
        )}
      </td>
      <td>{t(`candidates:source.${card.source}`)}</td>
      <td className={classes.number}>{stay}</td>
      <td className={classes.number}>
        <Time at={card.stageSince} as="day" />
      </td>
      <td className={classes.menu}>{children}</td>
    </tr>
  )
}
