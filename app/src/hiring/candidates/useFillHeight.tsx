import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Tells the style sheet, as `--above`, how far down the work area an element begins, so that it can fill the rest. */
export function useFillHeight<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null)
  useLayoutEffect(() => {
    const place = element.current
    const area = place?.closest('main')
    const page = area?.firstElementChild
    if (!place?.parentElement || !area || !page) return
    const measure = () => {
      const top = place.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop
      place.style.setProperty('--above', `${Math.round(top)}px`)
    }
    measure()
    // What appears above it makes the page longer; what goes, makes its own surroundings shorter.
    const observer = new ResizeObserver(measure)
    observer.observe(page)
    observer.observe(place.parentElement)
    return () => observer.disconnect()
  }, [])
  return element
}
