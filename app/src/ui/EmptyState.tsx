import type { ReactNode } from 'react'
import classes from './states.module.css'

interface EmptyStateProps {
  /** What would be here. */
  title: string
  /** Why it is empty. */
  why: ReactNode
  /** The one thing to do about it. */
  action?: ReactNode
  icon?: ReactNode
}

export function EmptyState({ title, why, action, icon }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      {icon ? <span className={classes.icon}>{icon}</span> : null}
      <p className={classes.title}>{title}</p>
      <p className={classes.why}>{why}</p>
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  )
}
