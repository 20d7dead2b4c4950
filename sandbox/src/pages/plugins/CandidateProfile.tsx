/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../../behaviours/members.ts'
import type { Member } from '../../member-shape.ts'
import { Education, Experience } from '../Career.tsx'
import { StateMark } from '../inspector/StateMark.tsx'
import { initialsOf } from '../names.ts'
import type { Visit } from '../visit.ts'
import { addressWith } from './plugin-request.ts'

export interface CandidateProfileProps {
  readonly visit: Visit
  readonly member: Member
  readonly personUrn: string
  readonly matchedBy: 'hand' | 'id' | 'email' | 'profile'
  readonly hasSeat: boolean
  readonly mayUnlink: boolean
  /** Unlink was pressed and asks first. */
  readonly isAsked: boolean
  readonly asksFirst: boolean
}

export function CandidateProfile(props: CandidateProfileProps) {
  const { visit, member, matchedBy, hasSeat } = props
  const words = visit.words.profilePlugin
  return (
    <>
      <div class="access-row" role="status">
        <StateMark mood="ok" text={words.matchedBy[matchedBy]} />
        <div class="plugin-actions">
          {hasSeat && matchedBy !== 'hand' && <LinkForm {...props} act="link" />}
          {props.mayUnlink && !props.isAsked && <Unlink {...props} />}
        </div>
      </div>
      {props.mayUnlink && props.isAsked && <Question {...props} />}
      <div class="plugin-person">
        <span class="monogram" aria-hidden="true">
          {initialsOf(member)}
        </span>
        <div>
          <h2>{fullNameOf(member)}</h2>
          <p>{member.headline}</p>
          <p class="meta">{`${member.location} · ${member.industry}`}</p>
        </div>
      </div>
      {hasSeat ? (
        <>
          <p>
            <a href={`/talent/profile/${member.memberId}`} target="_blank" rel="noopener">
              {words.viewInRecruiter}
            </a>
          </p>
          {member.summary !== '' && <p class="plugin-refresh">{member.summary}</p>}
          <Experience visit={visit} member={member} />
          <Education visit={visit} member={member} />
        </>
      ) : (
        <p class="note">{words.noSeat}</p>
      )}
    </>
  )
}

/** Where the page wants a question first, Unlink is a link to it. */
function Unlink(props: CandidateProfileProps) {
  const { visit, asksFirst } = props
  if (!asksFirst) return <LinkForm {...props} act="unlink" />
  return (
    <a class="button" href={addressWith(visit, { unlink: 'yes' })}>
      {visit.words.profilePlugin.unlink}
    </a>
  )
}

function Question(props: CandidateProfileProps) {
  const { visit, member } = props
  const words = visit.words.profilePlugin
  return (
    <div class="note warning" role="alert">
      <div>
        <p>{words.sureToUnlink(fullNameOf(member))}</p>
        <div class="plugin-actions">
          <a class="button" href={visit.address}>
            {visit.words.consent.cancel}
          </a>
          <LinkForm {...props} act="unlink" />
        </div>
      </div>
    </div>
  )
}

function LinkForm({ visit, personUrn, act }: CandidateProfileProps & { act: 'link' | 'unlink' }) {
  return (
    <form method="post" action={visit.address}>
      <input type="hidden" name="person" value={personUrn} />
      <button class="button" type="submit" name="act" value={act}>
        {visit.words.profilePlugin[act]}
      </button>
    </form>
  )
}
