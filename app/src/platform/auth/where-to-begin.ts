import type { Membership } from './session.queries.ts'

/** Where this person worked last, else where he has been longest, of what a password opens. */
export function whereToBegin(memberships: Membership[]): Membership | undefined {
  const open = memberships.filter(one => one.active && !one.closedToPasswords)
  return open.find(one => one.isLast) ?? open.toSorted((a, b) => a.since.getTime() - b.since.getTime())[0]
}
