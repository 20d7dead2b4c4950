/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { fullNameOf } from '../../behaviours/members.ts'
import { Instant } from '../Instant.tsx'
import type { InspectedState } from './inspected-state.ts'

const mostRows = 200

export function Code({ children }: { children?: Child }) {
  return <code class="mono">{children}</code>
}

export function When({ visit, at }: { visit: InspectedState['visit']; at: number | null }) {
  return at === null ? <span>–</span> : <Instant at={at} format="date-time" language={visit.language} />
}

export function appNameOf({ sandbox }: InspectedState, clientId: string | null): string {
  if (clientId === null) return '–'
  return sandbox.store.applications.find(clientId)?.name ?? clientId
}

export function memberNameOf({ sandbox }: InspectedState, memberId: string): string {
  const member = sandbox.store.members.find(memberId)
  return member === undefined ? memberId : fullNameOf(member)
}

/** An organization or a contract by name: `Tulpenveld BV`. */
export function contextNameOf({ sandbox }: InspectedState, urn: string): string {
  return sandbox.store.organizations.find(urn)?.name ?? sandbox.store.contracts.find(urn)?.name ?? urn
}

interface Owned {
  readonly clientId: string
}

/** Records of the application that is looked at, newest first, not more than fit a page. */
export function newestOf<T extends Owned>(
  state: InspectedState,
  records: readonly T[],
): { shown: readonly T[]; lead: string | undefined } {
  return newestOfAll(
    state,
    records.filter(record => state.clientId === undefined || record.clientId === state.clientId),
  )
}

export function newestOfAll<T>(
  { visit }: InspectedState,
  records: readonly T[],
): { shown: readonly T[]; lead: string | undefined } {
  const shown = records.toReversed().slice(0, mostRows)
  const words = visit.words.inspector
  return { shown, lead: records.length > shown.length ? words.newest(shown.length, records.length) : undefined }
}
