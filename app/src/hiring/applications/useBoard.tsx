import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { announce } from '../../ui/announce.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Board, Card } from './applications.shapes.ts'

export interface Move {
  card: Card
  fromStageId: string
  toStageId: string
}

const boardKey = (jobId: string) => ['job', jobId, 'board']

export function useBoard(jobId: string) {
  return useQuery({
    queryKey: boardKey(jobId),
    queryFn: () => answer(api.jobs[':id'].board.$get({ param: { id: jobId } })),
  })
}

/** Shows a move at once; gives it back with the reason when the server refuses; offers Undo for eight seconds. */
export function useMove(jobId: string) {
  const { t } = useTranslation('applications')
  const [refused, setRefused] = useState<{ move: Move; error: unknown }>()
  const wordLeftProspect = useLeftProspectOnce()

  const settled = () => queryClient.invalidateQueries({ queryKey: ['job', jobId] })

  const undo = useMutation({
    mutationFn: (moveId: string) => answer(api['stage-moves'][':id'].reversal.$post({ param: { id: moveId } })),
    onSettled: settled,
  })

  const move = useMutation({
    mutationFn: ({ card, fromStageId, toStageId }: Move) =>
      answer(
        api.applications[':id']['stage-moves'].$post({ param: { id: card.id }, json: { fromStageId, toStageId } }),
      ),
    onMutate: async wanted => {
      setRefused(undefined)
      await queryClient.cancelQueries({ queryKey: boardKey(jobId) })
      const before = queryClient.getQueryData<Board>(boardKey(jobId))
      if (before) queryClient.setQueryData(boardKey(jobId), movedOn(before, wanted))
      return { before }
    },
    onError: (error, wanted, kept) => {
      if (kept?.before) queryClient.setQueryData(boardKey(jobId), kept.before)
      setRefused({ move: wanted, error })
    },
    onSuccess: (done, wanted, kept) => {
      const stage = kept.before?.stages.find(one => one.id === wanted.toStageId)
      const moved = t('board.moved', { name: wanted.card.name, stage: stage?.name ?? '' })
      const text = done.leftProspect ? wordLeftProspect(moved) : moved
      announce(moved)
      showToast({ message: text, action: { label: t('board.undo'), onClick: () => undo.mutate(done.id) } })
    },
    onSettled: settled,
  })

  return { move: move.mutate, refused, forget: () => setRefused(undefined), undoFailed: undo.error }
}

/** The board as it will be: the card on top of its new stage. */
function movedOn(board: Board, { card, toStageId }: Move): Board {
  const moved = { ...card, stageSince: new Date().toISOString() }
  return {
    ...board,
    stages: board.stages.map(stage => {
      const others = stage.cards.filter(one => one.id !== card.id)
      return { ...stage, cards: stage.id === toStageId ? [moved, ...others] : others }
    }),
  }
}

const toldKey = 'lodestone.leftProspect'

/** Said once per person: from now on LinkedIn may know. */
function useLeftProspectOnce() {
  const { t } = useTranslation('applications')
  return (moved: string) => {
    if (localStorage.getItem(toldKey)) return moved
    localStorage.setItem(toldKey, 'told')
    return `${moved} ${t('board.nowShared')}`
  }
}
