import { z } from 'zod'

/** A customer's company, `urn:li:organization:{number}`. Source: rsc-sync 1.8. */
export const organizationUrnSchema = z
  .string()
  .regex(/^urn:li:organization:\d+$/, 'must be urn:li:organization:{number}')

/** A Recruiter contract, `urn:li:contract:{number}`. Source: rsc-sync 1.8. */
export const contractUrnSchema = z.string().regex(/^urn:li:contract:\d+$/, 'must be urn:li:contract:{number}')

/**
 * A member as seen by one application, `urn:li:person:{opaque}`. Ids of different child applications must not be compared.
 * Source: rsc-sync 1.8, rsc-recruiter 1.
 */
export const personUrnSchema = z.string().regex(/^urn:li:person:[A-Za-z0-9_-]+$/, 'must be urn:li:person:{id}')

/** A Recruiter licence, `urn:li:seat:{number}`. Source: rsc-sync 1.8. */
export const seatUrnSchema = z.string().regex(/^urn:li:seat:\d+$/, 'must be urn:li:seat:{number}')

/** A child application, `urn:li:developerApplication:{id}`. Source: rsc-sync 1.8. */
export const developerApplicationUrnSchema = z
  .string()
  .regex(/^urn:li:developerApplication:[A-Za-z0-9_-]+$/, 'must be urn:li:developerApplication:{id}')

/** The task that a submitted job becomes, `urn:li:simpleJobPostingTask:{uuid}`. Source: rsc-sync 1.8, 7.2. */
export const jobPostingTaskUrnSchema = z
  .string()
  .regex(/^urn:li:simpleJobPostingTask:[A-Za-z0-9_-]+$/, 'must be urn:li:simpleJobPostingTask:{uuid}')

/** The URN of a member whose bare id is known, as `/v2/me` gives it. Source: rsc-recruiter 1.1. */
export function buildPersonUrn(personId: string): string {
  return `urn:li:person:${personId}`
}

/** The URN of a seat whose number is known, as the seats call gives it. Source: rsc-recruiter 8.1. */
export function buildSeatUrn(seatId: string | number): string {
  return `urn:li:seat:${seatId}`
}
