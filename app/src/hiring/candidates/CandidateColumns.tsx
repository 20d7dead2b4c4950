import type { ReactNode } from 'react'
import classes from './candidate-columns.module.css'
import { useFillHeight } from './useFillHeight.tsx'

/** The rail of facts and the chosen tab, with a line between them from the header to the foot. */
export function CandidateColumns({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  const fill = useFillHeight<HTMLDivElement>()
  return (
    <div ref={fill} className={classes.columns}>
      <div className={classes.rail}>{rail}</div>
      <div className={classes.main}>{children}</div>
    </div>
  )
}
