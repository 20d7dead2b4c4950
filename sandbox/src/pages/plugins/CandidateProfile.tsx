/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../../behaviours/members.ts'
import type { Member } from '../../member-shape.ts'
import { Education, Experience } from '../Career.tsx'
import { StateMark } from '../inspector/StateMark.tsx'
import { initialsOf } from '../names.ts'
import { SavedIn, SaveToProject } from '../projects/SaveToProject.tsx'
import type { SaveView } from '../projects/save-view.ts'
import type { Visit } from '../visit.ts'
import { addressWith } from './plugin-request.ts'

export interface CandidateProfileProps {
  readonly visit: Visit
  readonly member: Member
  readonly personUrn: string
  readonly matchedBy: 'hand' | 'id' | 'email' | 'profile'
  readonly hasSeat: boolean
  readonly saveView: SaveView
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
          <RecruiterButtons {...props} />
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

/** Saving is done in the frame; the rest is done in Recruiter, in a window of its own. */
function RecruiterButtons({ visit, member, personUrn, saveView }: CandidateProfileProps) {
  const profile = `/talent/profile/${member.memberId}`
  const saving = { visit, view: saveView, action: visit.address, personUrn, opensWindow: true }
  return (
    <div class="profile-actions">
      <SaveToProject {...saving} />
      <NewWindow visit={visit} href={`${profile}#messages`} text={visit.words.messages.sendInMail} />
      <NewWindow visit={visit} href={profile} text={visit.words.profilePlugin.viewInRecruiter} />
      <SavedIn {...saving} />
    </div>
  )
}

function NewWindow({ visit, href, text }: { visit: Visit; href: string; text: string }) {
  return (
    <a class="button" href={href} target="_blank" rel="noopener">
      {text}
      <span class="visually-hidden">{` ${visit.words.messages.newWindow}`}</span>
    </a>
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
