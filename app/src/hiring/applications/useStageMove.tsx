import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useSession } from '../../platform/auth/use-session.tsx'
import { announce } from '../../ui/announce.tsx'
import { showToast } from '../../ui/toast.tsx'
import { STAGE_MOVE } from './application-queries.tsx'
import type { StageMove } from './applications.shapes.ts'
import type { Undoable } from './undo-key.tsx'

interface MoveInWords {
  applicationId: string
  personName: string
  fromStageId: string
  toStageId: string
  stageName: string
}

interface Screen<Move> {
  jobId: string
  undoable: Undoable
  describe: (move: Move) => MoveInWords
  /** Draws the move before the server has answered; says where the person now stands, if the screen knows. */
  show: (move: Move) => { place: number; total: number } | undefined
  /** Draws it back. */
  takeBack: (move: Move) => void
  /** The server refused the move, or its undoing. */
  onRefused: (what: 'move' | 'undo', move: Move, error: unknown) => void
}

/** A move as it was when somebody made it: the screen may be drawn anew before the server gets to it. */
interface Asked extends MoveInWords {
  draw: () => { place: number; total: number } | undefined
  drawBack: () => void
  onRefused: (what: 'move' | 'undo', error: unknown) => void
}

/** One move to another stage, the same on every screen: at once, said aloud, and to be undone for eight seconds. */
export function useStageMove<Move>(screen: Screen<Move>): (move: Move) => void {
  const { jobId, undoable, describe, show, takeBack, onRefused } = screen
  const { t } = useTranslation('applications')
  const addSharing = useSharingOnce()
  const mutationKey = [STAGE_MOVE, jobId]
  // One after the other: whoever undoes and moves on at once must not overtake himself.
  const scope = { id: mutationKey.join(' ') }

  const undo = useMutation({
    mutationKey,
    scope,
    mutationFn: async ({ moving }: { moving: Promise<StageMove>; asked: Asked }) => {
      // Without a move there is nothing to undo, and why is told already.
      const moved = await moving.catch(() => undefined)
      return moved && answer(api['stage-moves'][':id'].reversal.$post({ param: { id: moved.id } }))
    },
    onMutate: ({ asked }) => asked.drawBack(),
    onSuccess: (undone, { asked }) => {
      if (undone) announce(t('move.undone', { name: asked.personName }))
    },
    onError: (error, { asked }) => {
      asked.draw()
      asked.onRefused('undo', error)
    },
    onSettled: askAgainAfterTheLast,
  })

  const { mutateAsync } = useMutation({
    mutationKey,
    scope,
    mutationFn: ({ applicationId, fromStageId, toStageId }: Asked) =>
      answer(
        api.applications[':id']['stage-moves'].$post({
          param: { id: applicationId },
          json: { fromStageId, toStageId },
        }),
      ),
    onMutate: async ({ personName: name, stageName: stage, draw }) => {
      await queryClient.cancelQueries({ queryKey: ['job', jobId] })
      const stands = draw()
      announce(stands ? t('move.saidWithPlace', { name, stage, ...stands }) : t('move.done', { name, stage }))
    },
    onError: (error, asked) => {
      asked.drawBack()
      asked.onRefused('move', error)
    },
    onSettled: askAgainAfterTheLast,
  })

  return move => {
    const asked: Asked = {
      ...describe(move),
      draw: () => show(move),
      drawBack: () => takeBack(move),
      onRefused: (what, error) => onRefused(what, move, error),
    }
    const moving = mutateAsync(asked)
    let isTakenBack = false
    let takeWordsBack = () => {}
    const takeItBack = () => {
      if (isTakenBack) return
      isTakenBack = true
      undoable.delete(takeItBack)
      takeWordsBack()
      undo.mutate({ moving, asked })
    }
    undoable.add(takeItBack)
    moving
      .then(({ leftProspect }) => {
        if (isTakenBack) return
        const moved = t('move.done', { name: asked.personName, stage: asked.stageName })
        takeWordsBack = showToast({
          message: leftProspect ? addSharing(moved) : moved,
          action: { label: t('ui:undo'), onClick: takeItBack },
        })
      })
      .catch(() => undoable.delete(takeItBack))
  }
}

function askAgainAfterTheLast(): void {
  if (queryClient.isMutating({ mutationKey: [STAGE_MOVE] }) > 1) return
  for (const subject of ['job', 'jobs', 'application', 'candidate']) {
    queryClient.invalidateQueries({ queryKey: [subject] })
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
