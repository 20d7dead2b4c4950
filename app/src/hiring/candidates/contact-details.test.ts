import { expect, test } from 'vitest'
import { normalEmail, normalPhone, normalProfileUrl } from './contact-details.ts'

test.each([
  ['https://www.linkedin.com/in/anna', 'https://www.linkedin.com/in/anna'],
  ['http://linkedin.com/in/Anna/', 'https://www.linkedin.com/in/anna'],
  ['https://nl.linkedin.com/in/anna/nl?trk=profile#top', 'https://www.linkedin.com/in/anna'],
  ['https://www.linkedin.com/in/jos%C3%A9', 'https://www.linkedin.com/in/jos%c3%a9'],
  ['https://www.linkedin.com/in/José', 'https://www.linkedin.com/in/jos%c3%a9'],
  ['https://Example.com/People/7/?id=1#x', 'https://example.com/People/7?id=1'],
  ['http://localhost:4000/talent/profile/7/', 'http://localhost:4000/talent/profile/7'],
  ['https://notlinkedin.com/in/Anna', 'https://notlinkedin.com/in/Anna'],
])('%s is stored as %s', (given, stored) => {
  expect(normalProfileUrl(given)).toBe(stored)
  expect(normalProfileUrl(stored)).toBe(stored)
})

test('addresses and numbers have one spelling', () => {
  expect(normalEmail(' Anna@Example.COM ')).toBe('anna@example.com')
  expect(normalPhone(' +31  6 1234 ')).toBe('+31 6 1234')
})
