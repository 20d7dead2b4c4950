import { exportedCandidateAnswerSchema } from '@lodestone/rsc/exported-candidates'
import { expect, test } from 'vitest'
import { asNewCandidate, readExportedPerson } from './exported-person.ts'

function read(candidate: Record<string, unknown>) {
  return readExportedPerson(
    exportedCandidateAnswerSchema.parse({ integrationContext: 'urn:li:organization:4102938', candidate }),
  )
}

const saskia = { member: 'urn:li:person:Kq7TzXw2Lm', firstName: 'Saskia', lastName: 'Oudejans' }

test('an export in our own words', () => {
  const person = read({
    ...saskia,
    headline: 'Greenhouse climate engineer',
    currentEmployerNames: ['Kasbouw Noord', 'Veldkamp'],
    currentJobTitle: 'Lead engineer',
    location: 'Zwolle Area, Netherlands',
    publicProfileUrl: 'https://www.linkedin.com/in/saskia-oudejans-example',
  })
  expect(person).toEqual({
    at: {
      name: { firstName: 'Saskia', lastName: 'Oudejans' },
      personUrn: 'urn:li:person:Kq7TzXw2Lm',
      profileUrl: 'https://www.linkedin.com/in/saskia-oudejans-example',
      emails: [],
    },
    name: 'Saskia Oudejans',
    fields: {
      firstName: 'Saskia',
      lastName: 'Oudejans',
      headline: 'Greenhouse climate engineer',
      currentTitle: 'Lead engineer',
      currentCompany: 'Kasbouw Noord',
      location: 'Zwolle Area, Netherlands',
      profileUrl: 'https://www.linkedin.com/in/saskia-oudejans-example',
      emails: [],
    },
  })
})

test('a member who shows half of his name is still a person; only somebody new gets a sign for the other half', () => {
  const person = read({ ...saskia, lastName: null })
  if (!person) throw new Error('nobody was read')
  expect(person).toMatchObject({ name: 'Saskia', fields: { firstName: 'Saskia' } })
  expect(person.fields).not.toHaveProperty('lastName')
  expect(asNewCandidate(person)).toMatchObject({ firstName: 'Saskia', lastName: '–' })
})

test('what does not fit our fields is cut or left out, never a reason to lose the person', () => {
  const person = read({
    ...saskia,
    headline: 'a'.repeat(400),
    publicProfileUrl: 'javascript:alert(1)',
    emailAddresses: ['no address', 's@post.example'],
  })
  expect(person?.fields).toMatchObject({ headline: 'a'.repeat(300), profileUrl: null, emails: ['s@post.example'] })
})

test.each([
  ['no person', { firstName: 'Saskia', lastName: 'Oudejans' }],
  ['no name at all', { member: 'urn:li:person:Kq7TzXw2Lm' }],
])('%s: nobody can be taken in', (_name, candidate) => {
  expect(read(candidate)).toBeUndefined()
})
