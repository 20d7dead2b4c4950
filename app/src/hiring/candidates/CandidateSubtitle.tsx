import { CopyContact, ReachContact } from './CopyContact.tsx'
import classes from './candidate-subtitle.module.css'
import type { Candidate } from './candidates.shapes.ts'
import { useIsNarrow } from './room.tsx'

/** Under the name: the headline, and the first address and number to copy. */
export function CandidateSubtitle({ candidate }: { candidate: Candidate }) {
  const narrow = useIsNarrow()
  const [email] = candidate.emails
  const [phone] = candidate.phones
  return (
    <div className={classes.line}>
      {candidate.headline ? <span>{candidate.headline}</span> : null}
      {email && !narrow ? <CopyContact kind="email" value={email} /> : null}
      {phone && !narrow ? <CopyContact kind="phone" value={phone} /> : null}
    </div>
  )
}

/** On a telephone, at the right of the name. */
export function CandidateReach({ candidate }: { candidate: Candidate }) {
  const [email] = candidate.emails
  const [phone] = candidate.phones
  return (
    <div className={classes.reach}>
      {email ? <ReachContact kind="email" value={email} /> : null}
      {phone ? <ReachContact kind="phone" value={phone} /> : null}
    </div>
  )
}
