import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useState } from 'react'
import type { Card } from './applications.shapes.ts'

interface Dragged {
  card: Card
  fromStageId: string
}

// Under a key of our own, so that nothing else that is dragged over the board is taken for a card.
const key = Symbol('card')

/** Lets a card be taken up; says whether it is in the air now. */
export function useDragged(element: RefObject<HTMLElement | null>, { card, fromStageId }: Dragged, enabled: boolean) {
  const [isDragged, setIsDragged] = useState(false)
  useEffect(() => {
    if (!element.current || !enabled) return
    return draggable({
      element: element.current,
      getInitialData: () => ({ [key]: { card, fromStageId } satisfies Dragged }),
      onDragStart: () => setIsDragged(true),
      onDrop: () => setIsDragged(false),
    })
  }, [element, card, fromStageId, enabled])
  return isDragged
}

/** The card in a drag; undefined when something else is dragged. Only useDragged writes under our key. */
export function readDragged(data: Record<string | symbol, unknown>): Dragged | undefined {
  return data[key] as Dragged | undefined
}
