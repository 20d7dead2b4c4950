import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useIsNarrow } from '../candidates/room.tsx'
import { useJobOfPage } from '../jobs/JobPage.tsx'
import type { Job } from '../jobs/jobs.shapes.ts'
import { boardQuery } from './application-queries.tsx'
import type { Board as BoardData } from './applications.shapes.ts'
import { Board } from './Board.tsx'
import { BoardFilterBar } from './BoardFilterBar.tsx'
import { BoardLoading } from './BoardLoading.tsx'
import { BoardTable } from './BoardTable.tsx'
import { type BoardFilter, countCards, filterBoard, isFiltering, useBoardFilter } from './board-filter.tsx'
import { RefusedMove } from './RefusedMove.tsx'
import { StageList } from './StageList.tsx'
import { type Move, useBoardMoves } from './useBoard.tsx'

interface BoardTabProps {
  /** What came in from outside, above the columns. */
  receipts?: ReactNode
}

/** Everybody on a job, stage by stage: columns, or on a telephone one stage at a time. */
export function BoardTab({ receipts }: BoardTabProps) {
  const { t } = useTranslation('applications')
  const job = useJobOfPage()
  const board = useQuery(boardQuery(job.id))
  const { move, refused, forget } = useBoardMoves(job.id)
  const { filter, change } = useBoardFilter()
  return (
    <>
      <BoardFilterBar filter={filter} unseenCount={board.data?.notOpenedCount ?? 0} onChange={change} />
      {receipts}
      {refused ? <RefusedMove refused={refused} onClose={forget} /> : null}
      <Loaded query={board} failed={t('board.failed')} loading={<BoardLoading />}>
        {data => (
          <LoadedBoard
            job={job}
            board={data}
            filter={filter}
            onMove={job.permissions.moveApplicants ? move : undefined}
            onShowAll={() => change({ filter: '', source: '', unseen: '' })}
          />
        )}
      </Loaded>
    </>
  )
}

interface LoadedBoardProps {
  job: Job
  board: BoardData
  filter: BoardFilter
  onMove: ((move: Move) => void) | undefined
  onShowAll: () => void
}

function LoadedBoard({ job, board, filter, onMove, onShowAll }: LoadedBoardProps) {
  const { t } = useTranslation('applications')
  const narrow = useIsNarrow()
  const { text, source, onlyUnseen, sort, view } = filter
  const shown = useMemo(
    () => filterBoard(board, { text, source, onlyUnseen, sort, view }),
    [board, text, source, onlyUnseen, sort, view],
  )
  if (isFiltering(filter) && countCards(shown) === 0 && countCards(board) > 0) {
    return (
      <EmptyState
        title={t('board.noneFound')}
        why={t('board.noneFoundWhy')}
        action={<LinkLikeButton onClick={onShowAll}>{t('board.showAll')}</LinkLikeButton>}
      />
    )
  }
  if (countCards(board) === 0 && (narrow || filter.view === 'table')) return <NobodyYet job={job} />
  const View = narrow ? StageList : filter.view === 'table' ? BoardTable : Board
  return (
    <>
      {countCards(board) === 0 ? <NobodyYet job={job} /> : null}
      <View jobId={job.id} board={shown} onMove={onMove} />
    </>
  )
}

function NobodyYet({ job }: { job: Job }) {
  const { t } = useTranslation('applications')
  if (job.state === 'closed') return <EmptyState title={t('board.emptyClosed')} why={t('board.emptyClosedWhy')} />
  const hasProspect = job.stages.some(stage => stage.kind === 'prospect' && stage.enabled)
  const why = job.state === 'draft' ? 'board.emptyDraft' : 'board.emptyWhy'
  return <EmptyState title={t('board.empty')} why={t(hasProspect ? why : `${why}NoProspect`)} />
}
