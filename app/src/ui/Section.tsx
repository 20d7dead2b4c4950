import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

interface SectionProps {
  title: string
  count?: number
  /** One grey sentence after the title. */
  note?: ReactNode
  /** At the right of the title: a link, a time, a small button. */
  aside?: ReactNode
  /** No hairline under the title: a table below has its own under its head. */
  bare?: boolean
  children: ReactNode
}

/** A titled part of a page, ended by a hairline under the title: no boxes. */
export function Section({ title, count, note, aside, bare = false, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.head} data-bare={bare || undefined}>
        <h2 id={id}>{title}</h2>
        {count === undefined ? null : <span className={classes.count}>{count}</span>}
        {note ? <span className={classes.note}>{note}</span> : null}
        {aside ? <span className={classes.aside}>{aside}</span> : null}
      </div>
      {children}
    </section>
  )
}
