import { useState } from 'react'
import { queryClient } from '../../api.ts'
import { boardQuery, type Refused } from './application-queries.tsx'
import type { Board, Card } from './applications.shapes.ts'
import type { Undoable } from './undo-key.tsx'
import { useStageMove } from './useStageMove.tsx'

export interface Move {
  card: Card
  fromStageId: string
  toStageId: string
}

/** Moves on the board: shown at once, taken back with the reason when the server refuses. */
export function useBoardMoves(jobId: string, undoable: Undoable) {
  const [refused, setRefused] = useState<Refused>()
  const { queryKey } = boardQuery(jobId)
  const change = (by: (board: Board) => Board) => {
    queryClient.setQueryData(queryKey, board => (board ? by(board) : board))
  }
  const move = useStageMove<Move>({
    jobId,
    undoable,
    describe: ({ card, fromStageId, toStageId }) => {
      const stages = queryClient.getQueryData(queryKey)?.stages ?? []
      const stageName = stages.find(stage => stage.id === toStageId)?.name ?? ''
      return { applicationId: card.id, personName: card.name, fromStageId, toStageId, stageName }
    },
    show: ({ card, toStageId }) => {
      setRefused(undefined)
      change(board => withCardIn(board, { ...card, stageSince: new Date().toISOString() }, toStageId))
      return placeOf(queryClient.getQueryData(queryKey), card.id)
    },
    takeBack: ({ card, fromStageId }) => change(board => withCardIn(board, card, fromStageId)),
    onRefused: (what, { card }, error) => setRefused({ what, name: card.name, error }),
  })
  return { move, refused, forget: () => setRefused(undefined) }
}

/** The board with this card in that stage and nowhere else, in board order: the newest in its stage first. */
function withCardIn(board: Board, card: Card, stageId: string): Board {
  const stages = board.stages.map(stage => {
    const others = stage.cards.filter(one => one.id !== card.id)
    if (stage.id !== stageId) return others.length === stage.cards.length ? stage : { ...stage, cards: others }
    const place = others.findIndex(one => one.stageSince <= card.stageSince)
    const at = place === -1 ? others.length : place
    return { ...stage, cards: [...others.slice(0, at), card, ...others.slice(at)] }
  })
  return { ...board, stages }
}

function placeOf(board: Board | undefined, cardId: string): { place: number; total: number } | undefined {
  for (const { cards } of board?.stages ?? []) {
    const index = cards.findIndex(card => card.id === cardId)
    if (index >= 0) return { place: index + 1, total: cards.length }
  }
  return undefined
}
