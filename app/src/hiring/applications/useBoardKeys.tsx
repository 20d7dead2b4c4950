import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import type { BoardStage } from './applications.shapes.ts'
import type { FocusCard } from './BoardColumn.tsx'

interface Step {
  column: number
  card: number
}

/** Arrows go from card to card, J and K down and up; J from elsewhere on the page begins at the first card. */
export function useBoardKeys(stages: readonly BoardStage[], focusers: Map<string, FocusCard>) {
  const { t } = useTranslation('applications')

  // Sideways over empty stages to the next one that has a card.
  const focusNear = (column: number, index: number, direction: number) => {
    const stage = stages[column]
    if (!stage || focusers.get(stage.id)?.(index) || direction === 0) return
    focusNear(column + direction, index, direction)
  }
  const go = (here: HTMLElement, step: Step) => {
    const column = stages.findIndex(stage => stage.id === here.dataset.stage)
    focusNear(column + step.column, Number(here.dataset.index) + step.card, step.column)
  }
  const goFromFocus = (step: Step) => {
    const here = cardOf(document.activeElement)
    if (here) go(here, step)
    else focusNear(0, 0, 1)
  }
  useShortcuts([
    { keys: 'j', label: t('keys.nextCard'), run: () => goFromFocus({ column: 0, card: 1 }) },
    { keys: 'k', label: t('keys.previousCard'), run: () => goFromFocus({ column: 0, card: -1 }) },
  ])

  return (event: KeyboardEvent<HTMLElement>) => {
    const step = arrows[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    const here = event.target instanceof Element ? cardOf(event.target) : null
    if (!here || event.target !== here.querySelector('a')) return
    event.preventDefault()
    go(here, step)
  }
}

const arrows: Record<string, Step> = {
  ArrowUp: { column: 0, card: -1 },
  ArrowDown: { column: 0, card: 1 },
  ArrowLeft: { column: -1, card: 0 },
  ArrowRight: { column: 1, card: 0 },
}

function cardOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-card][data-stage]') ?? null
}
