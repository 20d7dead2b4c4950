import type { ReactNode } from 'react'

/** One line of the palette: something to do, or somewhere to go. */
export interface PaletteItem {
  id: string
  label: string
  /** In grey after it: a headline, a job id. */
  second?: string | null | undefined
  icon: ReactNode
  keys?: string
  run: () => void
}

export interface PaletteGroup {
  title: string
  items: readonly PaletteItem[]
}

/** Every word that was typed begins a word of the label, without regard to capitals and accents. */
export function fits(label: string, typed: string): boolean {
  const words = wordsIn(label)
  return wordsIn(typed).every(typedWord => words.some(word => word.startsWith(typedWord)))
}

function wordsIn(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
}
