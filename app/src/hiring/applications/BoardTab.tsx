import { TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import type { Job } from '../jobs/jobs.shapes.ts'
import type { Board as BoardData } from './applications.shapes.ts'
import { Board } from './Board.tsx'
import { BoardLoading } from './BoardLoading.tsx'
import classes from './board.module.css'
import { RefusedMove } from './RefusedMove.tsx'
import { StageList } from './StageList.tsx'
import { useBoard, useMove } from './useBoard.tsx'

interface BoardTabProps {
  job: Job
  /** What came in from outside, above the columns. */
  receipts?: ReactNode
}

export function BoardTab({ job, receipts }: BoardTabProps) {
  const { t } = useTranslation('applications')
  const board = useBoard(job.id)
  const { move, refused, forget } = useMove(job.id)
  const narrow = useMediaQuery('(max-width: 48em)')
  const filter = useFilter()
  const mayMove = job.permissions.moveApplicants && job.state === 'active'
  const View = narrow ? StageList : Board
  return (
    <>
      <div className={classes.bar}>
        <TextInput
          type="search"
          aria-label={t('board.filter')}
          placeholder={t('board.filter')}
          leftSection={<IconSearch size={15} />}
          className={classes.filter}
          value={filter.text}
          onChange={event => filter.set(event.target.value)}
        />
        <span className={classes.barNote}>
          {board.data && board.data.notOpenedCount > 0
            ? t('board.notOpened', { count: board.data.notOpenedCount })
            : null}
        </span>
      </div>
      {receipts}
      {refused ? <RefusedMove name={refused.move.card.name} error={refused.error} onClose={forget} /> : null}
      <Loaded query={board} failed={t('board.failed')} loading={<BoardLoading />}>
        {data => (
          <>
            <View board={matching(data, filter.text)} onMove={mayMove ? move : undefined} />
            {isEmpty(data) ? (
              <EmptyState
                title={t('board.empty')}
                why={t(job.state === 'active' ? 'board.emptyWhy' : 'board.emptyDraft')}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </>
  )
}

function useFilter() {
  const search = useSearch({ strict: false }) as { filter?: string } // every screen keeps its filter in the address
  const navigate = useNavigate()
  return {
    text: search.filter ?? '',
    set: (text: string) =>
      navigate({ to: '.', search: before => ({ ...before, filter: text || undefined }), replace: true }),
  }
}

function matching(board: BoardData, text: string): BoardData {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return board
  return {
    ...board,
    stages: board.stages.map(stage => ({
      ...stage,
      cards: stage.cards.filter(card => {
        const text = `${card.name} ${card.headline ?? ''}`.toLocaleLowerCase()
        return words.every(word => text.includes(word))
      }),
    })),
  }
}

function isEmpty(board: BoardData): boolean {
  return board.stages.every(stage => stage.cards.length === 0)
}
