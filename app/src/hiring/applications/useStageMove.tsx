import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useSession } from '../../platform/auth/use-session.tsx'
import { announce } from '../../ui/announce.tsx'
import { showToast } from '../../ui/toast.tsx'

interface MoveInWords {
  applicationId: string
  personName: string
  fromStageId: string
  toStageId: string
  stageName: string
}

interface Screen<Move> {
  jobId: string
  describe: (move: Move) => MoveInWords
  /** Draws the move before the server has answered; says where the person now stands, if the screen knows. */
  show: (move: Move) => { place: number; total: number } | undefined
  /** Draws it back. */
  takeBack: (move: Move) => void
  /** The server refused the move, or its undoing. */
  onRefused: (what: 'move' | 'undo', move: Move, error: unknown) => void
}

/** One move to another stage, the same on every screen: at once, said aloud, and to be undone for eight seconds. */
export function useStageMove<Move>({ jobId, describe, show, takeBack, onRefused }: Screen<Move>): (move: Move) => void {
  const { t } = useTranslation('applications')
  const addSharing = useSharingOnce()
  const undoKey = useUndoKey()
  const mutationKey = ['stageMove', jobId]

  // What the server says now would draw back moves that are still on their way to it.
  const settle = () => {
    if (queryClient.isMutating({ mutationKey }) > 1) return
    for (const queryKey of [['job', jobId], ['jobs'], ['application'], ['candidate']]) {
      queryClient.invalidateQueries({ queryKey })
    }
  }

  const undo = useMutation({
    mutationKey,
    mutationFn: ({ moveId }: { moveId: string; move: Move }) =>
      answer(api['stage-moves'][':id'].reversal.$post({ param: { id: moveId } })),
    onMutate: ({ move }) => takeBack(move),
    onSuccess: (_answer, { move }) => announce(t('move.undone', { name: describe(move).personName })),
    onError: (error, { move }) => {
      show(move)
      onRefused('undo', move, error)
    },
    onSettled: settle,
  })

  const { mutate } = useMutation({
    mutationKey,
    mutationFn: (move: Move) => {
      const { applicationId, fromStageId, toStageId } = describe(move)
      return answer(
        api.applications[':id']['stage-moves'].$post({
          param: { id: applicationId },
          json: { fromStageId, toStageId },
        }),
      )
    },
    onMutate: async move => {
      await queryClient.cancelQueries({ queryKey: ['job', jobId] })
      const { personName: name, stageName: stage } = describe(move)
      const stands = show(move)
      announce(stands ? t('move.saidWithPlace', { name, stage, ...stands }) : t('move.done', { name, stage }))
    },
    onSuccess: (done, move) => {
      const { personName: name, stageName: stage } = describe(move)
      const moved = t('move.done', { name, stage })
      const takeItBack = once(() => undo.mutate({ moveId: done.id, move }))
      undoKey.current = takeItBack
      showToast({
        message: done.leftProspect ? addSharing(moved) : moved,
        action: { label: t('ui:undo'), onClick: takeItBack },
      })
    },
    onError: (error, move) => {
      takeBack(move)
      onRefused('move', move, error)
    },
    onSettled: settle,
  })

  return mutate
}

/** Ctrl Z takes back the last move, like its toast. */
function useUndoKey() {
  const lastMove = useRef<() => void>(() => {})
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return
      event.preventDefault()
      lastMove.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return lastMove
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    run()
  }
}

/** Said once to each person: from now on LinkedIn may know. */
function useSharingOnce(): (moved: string) => string {
  const { t } = useTranslation('applications')
  const { user } = useSession()
  const key = `lodestone.toldOfSharing.${user.id}`
  return moved => {
    if (localStorage.getItem(key)) return moved
    localStorage.setItem(key, 'told')
    return t('move.nowShared', { moved })
  }
}
