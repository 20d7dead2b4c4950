import type { Tables } from '../../platform/db/generated/tables.ts'
import type { CandidateChange, CandidateFields } from './candidates.shapes.ts'
import { normalEmail, normalPhone, normalProfileUrl } from './contact-details.ts'

/** The fields that are columns of the candidate; e-mail addresses and phone numbers are rows of their own. */
export type CandidateColumns = Pick<
  Tables['candidate'],
  'first_name' | 'last_name' | 'headline' | 'current_title' | 'current_company' | 'location' | 'profile_url'
> & { skills: string[] }

export function toColumns(fields: CandidateFields): CandidateColumns {
  return {
    first_name: fields.firstName,
    last_name: fields.lastName,
    headline: fields.headline,
    current_title: fields.currentTitle,
    current_company: fields.currentCompany,
    location: fields.location,
    profile_url: fields.profileUrl,
    skills: fields.skills,
  }
}

export function toFields(row: CandidateColumns & { emails: string[]; phones: string[] }): CandidateFields {
  return {
    firstName: row.first_name,
    lastName: row.last_name,
    headline: row.headline,
    currentTitle: row.current_title,
    currentCompany: row.current_company,
    location: row.location,
    profileUrl: row.profile_url,
    skills: row.skills,
    emails: row.emails,
    phones: row.phones,
  }
}

export const noFields: CandidateFields = {
  firstName: '',
  lastName: '',
  headline: null,
  currentTitle: null,
  currentCompany: null,
  location: null,
  profileUrl: null,
  skills: [],
  emails: [],
  phones: [],
}

/** The given fields in the spelling in which they are stored; an empty text is no value. */
export function normalFields(values: CandidateChange): CandidateChange {
  return {
    ...values,
    ...(values.headline !== undefined && { headline: values.headline || null }),
    ...(values.currentTitle !== undefined && { currentTitle: values.currentTitle || null }),
    ...(values.currentCompany !== undefined && { currentCompany: values.currentCompany || null }),
    ...(values.location !== undefined && { location: values.location || null }),
    ...(values.profileUrl !== undefined && { profileUrl: values.profileUrl && normalProfileUrl(values.profileUrl) }),
    ...(values.skills && { skills: [...new Set(values.skills)] }),
    ...(values.emails && { emails: [...new Set(values.emails.map(normalEmail))] }),
    ...(values.phones && { phones: [...new Set(values.phones.map(normalPhone))] }),
  }
}

export function isEmpty(value: CandidateFields[keyof CandidateFields]): boolean {
  return value === null || value.length === 0
}

export function isSame(
  one: CandidateFields[keyof CandidateFields],
  other: CandidateFields[keyof CandidateFields],
): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
