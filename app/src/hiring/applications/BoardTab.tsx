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
import { type BoardFilter, countCards, countClosed, filterBoard, isFiltering, useBoardFilter } from './board-filter.tsx'
import { ClosedList } from './ClosedList.tsx'
import { RefusedMove } from './RefusedMove.tsx'
import { StageList } from './StageList.tsx'
import { useUndoKey } from './undo-key.tsx'
import { type Move, useBoardMoves } from './useBoard.tsx'
import { type CloseCard, focusCard, useCloseCard } from './useCloseCard.tsx'
import { useClosings } from './useClosings.tsx'

interface BoardTabProps {
  /** What came in from outside, above the columns. */
  receipts?: ReactNode
}

/** Everybody on a job, stage by stage: columns, or on a telephone one stage at a time. */
export function BoardTab({ receipts }: BoardTabProps) {
  const { t } = useTranslation('applications')
  const job = useJobOfPage()
  const board = useQuery(boardQuery(job.id))
  const undoable = useUndoKey()
  const moves = useBoardMoves(job.id, undoable)
  const closings = useClosings({ undoable, onUndone: focusCard })
  const { ask, dialog } = useCloseCard(closings.tellClosed)
  const { filter, change } = useBoardFilter()
  const mayMove = job.permissions.moveApplicants
  return (
    <>
      <BoardFilterBar filter={filter} board={board.data} onChange={change} />
      {receipts}
      {[moves, closings].map(({ refused, forget }) =>
        refused ? <RefusedMove key={refused.what} refused={refused} onClose={forget} /> : null,
      )}
      {filter.closed ? (
        <ClosedList jobId={job.id} as={filter.closed} onReopen={mayMove ? closings.reopen : undefined} />
      ) : (
        <Loaded query={board} failed={t('board.failed')} loading={<BoardLoading />}>
          {data => (
            <LoadedBoard
              job={job}
              board={data}
              filter={filter}
              onMove={mayMove ? moves.move : undefined}
              onClose={mayMove ? ask : undefined}
              onShowAll={() => change({ filter: '', source: '', unseen: '' })}
            />
          )}
        </Loaded>
      )}
      {dialog}
    </>
  )
}

interface LoadedBoardProps {
  job: Job
  board: BoardData
  filter: BoardFilter
  onMove: ((move: Move) => void) | undefined
  onClose: CloseCard | undefined
  onShowAll: () => void
}

function LoadedBoard({ job, board, filter, onMove, onClose, onShowAll }: LoadedBoardProps) {
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
  const isEmpty = countCards(board) === 0
  const nobody = countClosed(board) > 0 ? <NobodyLeft /> : <NobodyYet job={job} />
  if (isEmpty && (narrow || filter.view === 'table')) return nobody
  const View = narrow ? StageList : filter.view === 'table' ? BoardTable : Board
  return (
    <>
      {isEmpty ? nobody : null}
      <View jobId={job.id} board={shown} onMove={onMove} onClose={onClose} />
    </>
  )
}

function NobodyLeft() {
  const { t } = useTranslation('closings')
  return <EmptyState title={t('board.nobodyLeft')} why={t('board.nobodyLeftWhy')} />
}

function NobodyYet({ job }: { job: Job }) {
  const { t } = useTranslation('applications')
  if (job.state === 'closed') return <EmptyState title={t('board.emptyClosed')} why={t('board.emptyClosedWhy')} />
  const hasProspect = job.stages.some(stage => stage.kind === 'prospect' && stage.enabled)
  const why = job.state === 'draft' ? 'board.emptyDraft' : 'board.emptyWhy'
  return <EmptyState title={t('board.empty')} why={t(hasProspect ? why : `${why}NoProspect`)} />
}
