/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import {
  getMemberInPlugin,
  linkCandidate,
  listUnlinked,
  maySeeProfilePlugin,
  unlinkCandidate,
} from '../../behaviours/candidate-links.ts'
import { findMatch, type Lookup } from '../../behaviours/candidate-match.ts'
import { findSeatFor } from '../../behaviours/contracts.ts'
import { personUrnFor, searchMembers } from '../../behaviours/members.ts'
import type { Sandbox } from '../../sandbox.ts'
import type { CandidatePlace } from '../../synced-records.ts'
import { orderSave, readSaveView, type SaveOutcome } from '../projects/save-view.ts'
import { CandidatePeople } from './CandidatePeople.tsx'
import { CandidateProfile } from './CandidateProfile.tsx'
import { type MemberRequest, mountPlugin, type Showing } from './mount-plugin.tsx'
import { PluginProblem } from './PluginProblem.tsx'

const mostFound = 10

/** The documented address, and the older one. */
export function mountProfilePlugin(app: Hono, sandbox: Sandbox): void {
  mountPlugin(app, sandbox, {
    addresses: ['/rsc/extensions/profile-widget', '/recruiter/widget/hcm'],
    titleIn: words => words.profilePlugin.title,
    signInLeadIn: words => words.profilePlugin.signInLead,
    show,
    act,
  })
}

function show(sandbox: Sandbox, request: MemberRequest, outcome?: SaveOutcome): Showing {
  const { visit, query } = request
  const words = visit.words.profilePlugin
  const place = readPlace(request)
  if (place === undefined) return { content: <PluginProblem visit={visit} lead={words.wrongTag} />, status: 400 }
  if (!maySeeProfilePlugin(sandbox, place)) {
    return { content: <PluginProblem visit={visit} lead={words.notAvailable} />, status: 403 }
  }
  const match = findMatch(sandbox, place, sandbox.options.strict ? undefined : readLookup(query))
  if (match.kind === 'unknown') return { content: <PluginProblem visit={visit} lead={words.unknownCandidate} /> }
  const hasSeat = findSeatOf(sandbox, request, place) !== undefined
  const urnOf = (memberId: string) => personUrnFor(place.clientId, memberId)
  if (match.kind === 'member') {
    return {
      content: (
        <CandidateProfile
          visit={visit}
          member={match.member}
          personUrn={urnOf(match.member.memberId)}
          matchedBy={match.by}
          hasSeat={hasSeat}
          saveView={readSaveView(sandbox, {
            memberId: match.member.memberId,
            byMemberId: visit.member.memberId,
            organization: place.integrationContext,
            outcome,
          })}
          mayUnlink={hasSeat && query.get('showUnlinkUrl') === 'true'}
          isAsked={query.has('unlink')}
          asksFirst={query.get('confirmUnlink') === 'true'}
        />
      ),
    }
  }
  const q = (query.get('q') ?? '').trim()
  const unlinked = listUnlinked(sandbox, place)
  const found = q === '' ? [] : searchMembers(sandbox, q).slice(0, mostFound)
  return {
    content: (
      <CandidatePeople
        visit={visit}
        match={match}
        search={{ q, found }}
        hasSeat={hasSeat}
        urnOf={urnOf}
        unlinked={unlinked}
      />
    ),
  }
}

function act(sandbox: Sandbox, request: MemberRequest, form: URLSearchParams): Showing {
  const place = readPlace(request)
  if (place === undefined) return show(sandbox, request)
  const order = { ...place, personUrn: form.get('person') ?? '', byMemberId: request.visit.member.memberId }
  const name = form.get('act')
  if (name === 'link' || name === 'unlink') {
    const argument = name === 'link' ? linkCandidate(sandbox, order) : unlinkCandidate(sandbox, order)
    return { ...show(sandbox, withoutQuestions(request)), callback: { name: `on${name}`, argument } }
  }
  // LinkedIn documents no callback here: the ATS does not hear of projects.
  const { memberId } = getMemberInPlugin(sandbox, order)
  return show(sandbox, request, orderSave(sandbox, form, { memberId, byMemberId: order.byMemberId }))
}

function readPlace({ application, query }: MemberRequest): CandidatePlace | undefined {
  const atsCandidateId = query.get('atsCandidateId') ?? ''
  const integrationContext = query.get('integrationContext') ?? ''
  if (query.get('widgetType') !== 'ATS' || atsCandidateId === '' || integrationContext === '') return undefined
  return { clientId: application.clientId, integrationContext, atsCandidateId }
}

/** Undefined when the page says nothing about the candidate: then only what was synced or linked is known. */
function readLookup(query: URLSearchParams): Lookup | undefined {
  if (![...query.keys()].some(name => name.startsWith('lookup'))) return undefined
  const list = (name: string) =>
    (query.get(name) ?? '')
      .split(',')
      .map(text => text.trim())
      .filter(Boolean)
  return {
    personUrn: query.get('lookupMember') || undefined,
    notPersonUrns: list('lookupNotMembers'),
    firstName: query.get('lookupFirstName') ?? '',
    lastName: query.get('lookupLastName') ?? '',
    emails: list('lookupEmails'),
    profileUrl: query.get('lookupProfileUrl') || undefined,
  }
}

function findSeatOf(sandbox: Sandbox, { visit }: MemberRequest, place: CandidatePlace) {
  return findSeatFor(sandbox, visit.member.memberId, { organization: place.integrationContext })
}

function withoutQuestions(request: MemberRequest): MemberRequest {
  const query = new URLSearchParams(request.query)
  for (const name of ['unlink', 'q']) query.delete(name)
  return { ...request, query }
}
