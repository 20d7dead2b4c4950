import { useTranslation } from 'react-i18next'
import { queryClient } from '../../api.ts'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { boardQuery } from './application-queries.tsx'
import type { Card } from './applications.shapes.ts'
import type { Move } from './useBoard.tsx'
import type { CloseCard } from './useCloseCard.tsx'

interface StageKeys {
  jobId: string
  /** Absent: this person may look and not move. */
  onMove: ((move: Move) => void) | undefined
  onClose: CloseCard | undefined
  openMenu: (applicationId: string) => void
}

/** For the person who has the focus: `S` opens Move to…, `A` takes the step to the next stage, `R` rejects. */
export function useStageKeys({ jobId, onMove, onClose, openMenu }: StageKeys): void {
  const { t } = useTranslation(['applications', 'closings'])
  const advance = () => {
    const move = findAdvance(jobId)
    if (move) onMove?.(move)
  }
  const choose = () => {
    const id = focusedId()
    if (id) openMenu(id)
  }
  const reject = () => {
    const card = findCard(jobId)
    if (card) onClose?.(card, 'rejected')
  }
  const isOnCard = () => focusedId() !== undefined
  const isPossible = () => findAdvance(jobId) !== undefined
  const moving = [
    { keys: 's', label: t('applications:keys.moveCard'), run: choose, isPossible: isOnCard },
    { keys: 'a', label: t('applications:keys.advance'), run: advance, isPossible },
  ]
  const closing = [{ keys: 'r', label: t('closings:keys.rejectCard'), run: reject, isPossible: isOnCard }]
  useShortcuts([...(onMove ? moving : []), ...(onClose ? closing : [])])
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

function findCard(jobId: string): Card | undefined {
  const id = focusedId()
  const all = queryClient.getQueryData(boardQuery(jobId).queryKey)?.stages ?? []
  return all.flatMap(stage => stage.cards).find(card => card.id === id)
}

function focusedId(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card
}
