import { type ReactNode, useState } from 'react'
import { focusWhenDrawn } from '../../ui/list-keys.tsx'
import type { Card } from './applications.shapes.ts'
import { CloseDialog } from './CloseDialog.tsx'
import type { ClosedApplication, ClosedByHand } from './closings.shapes.ts'
import { type Person, refreshClosings } from './useClosings.tsx'

export type CloseCard = (card: Card, as: ClosedByHand) => void

interface Asked {
  person: Person
  as: ClosedByHand
}

/** Opens the dialog for a card of the board. Afterwards the focus is on the card again, or on the one that took its place. */
export function useCloseCard(tellClosed: (closed: ClosedApplication, person: Person) => void): {
  ask: CloseCard
  dialog: ReactNode
} {
  const [asked, setAsked] = useState<Asked>()
  const leave = () => {
    setAsked(undefined)
    if (asked) focusCard(asked.person)
  }
  const onClosed = async (closed: ClosedApplication) => {
    if (!asked) return
    const { person } = asked
    const takesItsPlace = nextTo(person)
    setAsked(undefined)
    tellClosed(closed, person)
    await refreshClosings()
    focusWhenDrawn(() => (cardOf(person) ? null : takesItsPlace()))
  }
  return {
    ask: ({ id, name }, as) => setAsked({ person: { id, name }, as }),
    dialog: asked ? <CloseDialog {...asked} onClose={leave} onClosed={onClosed} /> : null,
  }
}

export function focusCard(person: Person): void {
  focusWhenDrawn(() => cardOf(person)?.querySelector('a'))
}

function cardOf({ id }: Person): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main [data-card="${id}"]`)
}

/** How to find who stands where this card stood: in its column, or on its list. */
function nextTo(person: Person): () => Element | null {
  const { stage, index = '0' } = cardOf(person)?.dataset ?? {}
  const column = stage === undefined ? '' : `[data-stage="${stage}"]`
  return () => {
    const all = [...document.querySelectorAll(`main [data-card]${column}`)]
    const next = all.find(card => card instanceof HTMLElement && card.dataset.index === index) ?? all.at(-1)
    return next?.querySelector('a') ?? document.querySelector('main h1')
  }
}
