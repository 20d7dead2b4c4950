import { expect, test } from 'vitest'
import { parseSearch, pick, stringifySearch } from './search-params.ts'

test('an address is plain words, and comes back as it went', () => {
  const address = stringifySearch({ q: 'java & kotlin', tab: 'linkedin', next: undefined, state: '' })
  expect(address).toBe('?q=java+%26+kotlin&tab=linkedin')
  expect(parseSearch(address)).toEqual({ q: 'java & kotlin', tab: 'linkedin' })
  expect(stringifySearch({})).toBe('')
})

test('a page takes only the parameters that it knows', () => {
  expect(pick('q', 'tab')({ q: '12', tab: '', other: 'x' })).toEqual({ q: '12' })
})
