import { useEffect, useState } from 'react'

/** For a dialog that is taken away whole: Mantine gives the focus back only where one stays and is closed. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    },
    [opener],
  )
}
