import { useTranslation } from 'react-i18next'
import { queryClient } from '../../api.ts'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { boardQuery } from './application-queries.tsx'
import type { Move } from './useBoard.tsx'

interface StageKeys {
  jobId: string
  /** Absent: this person may look and not move. */
  onMove: ((move: Move) => void) | undefined
  openMenu: (applicationId: string) => void
}

/** For the person who has the focus: `S` opens Move to…, `A` takes the step to the next stage. */
export function useStageKeys({ jobId, onMove, openMenu }: StageKeys): void {
  const { t } = useTranslation('applications')
  const advance = () => {
    const move = findAdvance(jobId)
    if (move) onMove?.(move)
  }
  const choose = () => {
    const id = focusedId()
    if (id) openMenu(id)
  }
  useShortcuts(
    onMove
      ? [
          { keys: 's', label: t('keys.moveCard'), run: choose, isPossible: () => focusedId() !== undefined },
          { keys: 'a', label: t('keys.advance'), run: advance, isPossible: () => findAdvance(jobId) !== undefined },
        ]
      : [],
  )
}

/** By what is known now: fast fingers come before the next drawing. */
function findAdvance(jobId: string): Move | undefined {
  const id = focusedId()
  const all = queryClient.getQueryData(boardQuery(jobId).queryKey)?.stages ?? []
  const stages = all.filter(stage => stage.enabled)
  for (const [place, stage] of stages.entries()) {
    const card = stage.cards.find(one => one.id === id)
    const next = stages[place + 1]
    if (card && next) return { card, fromStageId: stage.id, toStageId: next.id }
  }
  return undefined
}

function focusedId(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card
}
