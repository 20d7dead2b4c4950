import { useMediaQuery } from '@mantine/hooks'

/** A telephone: what one touches comes to the thumb, and the board is a list. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
}

/** May a header stay in place? On a telephone, or greatly enlarged, it would take the page away from its content. */
export function useHasRoom(): boolean {
  return useMediaQuery('(min-width: 48.0625em) and (min-height: 40em)', true, { getInitialValueInEffect: false })
}
