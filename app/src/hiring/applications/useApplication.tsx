import { useEffect, useState } from 'react'
import { answer, api, queryClient } from '../../api.ts'
import { applicationQuery, boardQuery, type Refused } from './application-queries.tsx'
import type { Application } from './applications.shapes.ts'
import type { Undoable } from './undo-key.tsx'
import { useStageMove } from './useStageMove.tsx'

/** Takes the dot for not yet seen off the card. Should that fail, the dot stays: nothing to trouble anybody with. */
export function useMarkOpened(application: Application | undefined): void {
  const [id, jobId] = [application?.id, application?.jobId]
  useEffect(() => {
    if (!id || !jobId) return
    answer(api.applications[':id'].opened.$put({ param: { id } })).then(
      () => {
        queryClient.invalidateQueries({ queryKey: boardQuery(jobId).queryKey })
        // Lists of jobs count whom nobody has looked at.
        queryClient.invalidateQueries({ queryKey: ['jobs'] })
      },
      () => {},
    )
  }, [id, jobId])
}

/** Moves of the one person whose page this is. */
export function useApplicationMoves(application: Application, name: string, undoable: Undoable) {
  const [refused, setRefused] = useState<Refused>()
  const { queryKey } = applicationQuery(application.id)
  const showIn = (stageId: string, stageSince: string) => {
    queryClient.setQueryData(queryKey, before => before && { ...before, stageId, stageSince })
  }
  const move = useStageMove<string>({
    jobId: application.jobId,
    undoable,
    describe: toStageId => ({
      applicationId: application.id,
      personName: name,
      fromStageId: application.stageId,
      toStageId,
      stageName: application.stages.find(stage => stage.id === toStageId)?.name ?? '',
    }),
    show: toStageId => {
      setRefused(undefined)
      showIn(toStageId, new Date().toISOString())
      return undefined
    },
    takeBack: () => showIn(application.stageId, application.stageSince),
    onRefused: (what, _stageId, error) => setRefused({ what, name, error }),
  })
  return { move, refused, forget: () => setRefused(undefined) }
}
