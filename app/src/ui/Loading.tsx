import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './states.module.css'

interface LoadingProps {
  /** How many rows of the coming list, and how high each will be: the page must not jump. */
  rows?: number
  rowHeight?: number
  /** A skeleton of your own in the final size. */
  children?: ReactNode
}

/** Takes the place of what is coming; drawn only after 150 ms, so that quick answers do not flicker. */
export function Loading({ rows = 5, rowHeight = 48, children }: LoadingProps) {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-label={t('state.loading')} className={classes.loading}>
      {children ??
        numbersTo(rows).map(row => (
          <div key={row} className={classes.row} style={{ height: rowHeight }}>
            <Skeleton height={10} width={`${38 - (row % 3) * 7}%`} radius="xs" />
            <Skeleton height={10} width="18%" radius="xs" />
          </div>
        ))}
    </div>
  )
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, place) => place + 1)
}
