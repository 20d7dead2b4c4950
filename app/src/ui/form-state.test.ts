import { expect, test } from 'vitest'
import { changedFields } from './form-state.ts'

test('a save carries only the fields that were touched', () => {
  const before = { title: 'Planner', location: null, emails: ['a@example.com'], openings: 1 }
  const after = { title: 'Planner', location: null, emails: ['a@example.com', 'b@example.com'], openings: 2 }
  expect(changedFields(after, before)).toEqual({ emails: ['a@example.com', 'b@example.com'], openings: 2 })
  expect(changedFields(before, before)).toEqual({})
})
