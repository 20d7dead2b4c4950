/** @jsxImportSource hono/jsx */
import type { CandidateMatch } from '../../behaviours/candidate-match.ts'
import { fullNameOf } from '../../behaviours/members.ts'
import type { Member } from '../../member-shape.ts'
import { initialsOf } from '../names.ts'
import type { Visit } from '../visit.ts'

export interface CandidatePeopleProps {
  readonly visit: Visit
  readonly match: Extract<CandidateMatch, { kind: 'several' | 'nobody' }>
  readonly search: { readonly q: string; readonly found: readonly Member[] }
  readonly hasSeat: boolean
  readonly urnOf: (memberId: string) => string
  readonly unlinked: readonly string[]
}

export function CandidatePeople(props: CandidatePeopleProps) {
  const { visit, match, search, hasSeat } = props
  const words = visit.words.profilePlugin
  return (
    <>
      <h2>{match.kind === 'nobody' ? words.noMatch : words.possible[match.by]}</h2>
      <p class="meta">{match.kind === 'nobody' ? words.noMatchLead : words.possibleLead}</p>
      {match.kind === 'several' && <People {...props} members={match.members} />}
      {hasSeat ? <SearchForm visit={visit} q={search.q} /> : <p class="note">{words.noSeat}</p>}
      {search.q !== '' && (
        <div role="status">
          <p class="meta">{words.found(search.found.length)}</p>
          <People {...props} members={search.found} />
        </div>
      )}
    </>
  )
}

function People({ visit, members, hasSeat, urnOf, unlinked }: CandidatePeopleProps & { members: readonly Member[] }) {
  const words = visit.words.profilePlugin
  return (
    <ul class="access-rows">
      {members.map(member => (
        <li class="access-row">
          <div class="plugin-person">
            <span class="monogram" aria-hidden="true">
              {initialsOf(member)}
            </span>
            <div>
              <strong>{fullNameOf(member)}</strong>
              <p>{member.headline}</p>
              <p class="meta">{member.location}</p>
              {unlinked.includes(member.memberId) && <p class="meta">{words.wasUnlinked}</p>}
            </div>
          </div>
          {hasSeat && (
            <form method="post" action={visit.address}>
              <input type="hidden" name="person" value={urnOf(member.memberId)} />
              <button class="button" type="submit" name="act" value="link">
                {words.link}
                <span class="visually-hidden">{`: ${fullNameOf(member)}, ${member.headline}`}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A form that is sent by GET drops the query of its address, so all of it goes along in fields. */
function SearchForm({ visit, q }: { visit: Visit; q: string }) {
  const words = visit.words.profilePlugin
  const { pathname, searchParams } = new URL(visit.address, 'http://sandbox.invalid')
  return (
    <search>
      <form class="admin-inline" action={pathname}>
        {[...searchParams].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div>
          <label for="q">{words.search}</label>
          <input class="field" id="q" name="q" type="search" value={q} autocomplete="off" />
        </div>
        <button class="button" type="submit">
          {visit.words.search.button}
        </button>
      </form>
    </search>
  )
}
