import { CopyContact } from './CopyContact.tsx'
import classes from './candidate-subtitle.module.css'
import type { Candidate } from './candidates.shapes.ts'

/** Under the name: the headline, and the first address and number to copy. */
export function CandidateSubtitle({ candidate }: { candidate: Candidate }) {
  const [email] = candidate.emails
  const [phone] = candidate.phones
  return (
    <div className={classes.line}>
      {candidate.headline ? <span className={classes.headline}>{candidate.headline}</span> : null}
      {email ? <CopyContact kind="email" value={email} /> : null}
      {phone ? <CopyContact kind="phone" value={phone} /> : null}
    </div>
  )
}
