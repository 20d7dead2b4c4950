import { useEffect } from 'react'

let isAsked = false
let answering: (() => void) | undefined

/** The cursor is wanted in a new note, which may still have to be loaded. */
export function askForWriter(): void {
  isAsked = true
  answering?.()
}

/** Whoever is ready takes the wish; `undefined` while it cannot be granted yet. */
export function useAskedWriter(focus: (() => void) | undefined): void {
  useEffect(() => {
    if (!focus) return
    const take = () => {
      if (!isAsked) return
      isAsked = false
      focus()
    }
    answering = take
    take()
    return () => {
      if (answering === take) answering = undefined
    }
  }, [focus])
}

/** Nobody here may write: the wish must not come true later, somewhere else. */
export function forgetAskedWriter(): void {
  isAsked = false
}
