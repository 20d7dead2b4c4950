import type { Member } from '../member-shape.ts'

/** Sanne de Wit is SW: a prefix such as `de` is not an initial. */
export function initialsOf(member: Pick<Member, 'firstName' | 'lastName'>): string {
  const surname = member.lastName.split(' ').at(-1) ?? member.lastName
  return `${member.firstName.charAt(0)}${surname.charAt(0)}`.toUpperCase()
}
