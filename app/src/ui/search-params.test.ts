import { expect, test } from 'vitest'
import { parseSearch, pick, pickLists, stringifySearch } from './search-params.ts'

test('an address is plain words, and comes back as it went', () => {
  const address = stringifySearch({ q: 'java & kotlin', tab: 'linkedin', next: undefined, state: '' })
  expect(address).toBe('?q=java+%26+kotlin&tab=linkedin')
  expect(parseSearch(address)).toEqual({ q: 'java & kotlin', tab: 'linkedin' })
  expect(stringifySearch({})).toBe('')
})

test('several values of one name stand beside each other', () => {
  const address = stringifySearch({ q: 'java', company: ['bulbs, ltd', 'tulips'], skill: [] })
  expect(address).toBe('?q=java&company=bulbs%2C+ltd&company=tulips')
  expect(parseSearch(address)).toEqual({ q: 'java', company: ['bulbs, ltd', 'tulips'] })
})

test('a page takes only the parameters that it knows', () => {
  expect(pick('q', 'tab')({ q: '12', tab: '', other: 'x' })).toEqual({ q: '12' })
  expect(pick('q')({ q: ['java', 'kotlin'] })).toEqual({})
  expect(pickLists('skill', 'company', 'stage')({ skill: 'java', company: ['a', '', 'b'], stage: '' })).toEqual({
    skill: ['java'],
    company: ['a', 'b'],
  })
})
