import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canonicalKey,
  formatBodyKey,
  formatFinderQuery,
  formatIdsQuery,
  formatPathKey,
  formatResponseKey,
  formatStringIdsQuery,
  formatStringKey,
  type KeyParts,
  MalformedKeyError,
  type ProtocolVersion,
  parseIdsQuery,
  parseKey,
  parseStringIdsQuery,
  parseStringKey,
  readProtocolVersion,
  sameKey,
} from './restli-key.ts'

const candidate = { integrationContext: 'urn:li:organization:77', atsCandidateId: 'C-1', dataProvider: 'ATS' }
const versions: ProtocolVersion[] = ['1.0.0', '2.0.0']

const partNames = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/)
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-ascii' }),
)
const anyKey: fc.Arbitrary<KeyParts> = fc.dictionary(partNames, anyText, { minKeys: 1, maxKeys: 5 })
const anyVersion = fc.constantFrom(...versions)

test('protocol 1.0.0: the four spellings of one key', () => {
  expect(formatIdsQuery([candidate])).toBe(
    'ids[0].atsCandidateId=C-1&ids[0].dataProvider=ATS&ids[0].integrationContext=urn:li:organization:77',
  )
  expect(formatBodyKey(candidate)).toBe('atsCandidateId=C-1&dataProvider=ATS&integrationContext=urn:li:organization:77')
  expect(formatPathKey(candidate)).toBe(formatBodyKey(candidate))
  expect(formatResponseKey(candidate)).toBe(
    'atsCandidateId=C-1&dataProvider=ATS&integrationContext=urn%3Ali%3Aorganization%3A77',
  )
})

test('protocol 2.0.0: the four spellings of one key', () => {
  const parenthesised = '(atsCandidateId:C-1,dataProvider:ATS,integrationContext:urn%3Ali%3Aorganization%3A77)'
  expect(formatIdsQuery([candidate, candidate], '2.0.0')).toBe(`ids=List(${parenthesised},${parenthesised})`)
  expect(formatBodyKey(candidate, '2.0.0')).toBe(parenthesised)
  expect(formatPathKey(candidate, '2.0.0')).toBe(parenthesised)
  expect(formatResponseKey(candidate, '2.0.0')).toBe(parenthesised)
})

test('values with separators are escaped in requests and form-encoded in answers', () => {
  const key = { id: 'a&b=c%d+e f/g:h', other: "(x,y)'*~!" }
  expect(formatBodyKey(key)).toBe('id=a%26b%3Dc%25d%2Be%20f%2Fg:h&other=%28x%2Cy%29%27%2A~%21')
  expect(formatResponseKey(key)).toBe('id=a%26b%3Dc%25d%2Be+f%2Fg%3Ah&other=%28x%2Cy%29%27*%7E%21')
  expect(formatBodyKey(key, '2.0.0')).toBe('(id:a%26b%3Dc%25d%2Be%20f%2Fg%3Ah,other:%28x%2Cy%29%27%2A~%21)')
})

test('every spelling of every key is read back, in both versions', () => {
  fc.assert(
    fc.property(anyKey, anyVersion, (key, version) => {
      expect(parseKey(formatBodyKey(key, version))).toEqual({ ...key })
      expect(parseKey(formatPathKey(key, version))).toEqual({ ...key })
      expect(parseKey(formatResponseKey(key, version))).toEqual({ ...key })
    }),
    { numRuns: 500 },
  )
})

test('every list of keys is read back from its query, with and without the version', () => {
  fc.assert(
    fc.property(fc.array(anyKey, { minLength: 1, maxLength: 6 }), anyVersion, (keys, version) => {
      const query = formatIdsQuery(keys, version)
      const copies = keys.map(key => ({ ...key }))
      expect(parseIdsQuery(query, version)).toEqual(copies)
      expect(parseIdsQuery(`?fields=a,b&${query}&start=0`)).toEqual(copies)
    }),
    { numRuns: 300 },
  )
})

test('every list of plain ids is read back from its query, with and without the version', () => {
  const ids = fc.array(
    anyText.filter(id => id !== ''),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(ids, anyVersion, (list, version) => {
      const query = formatStringIdsQuery(list, version)
      expect(parseStringIdsQuery(query, version)).toEqual(list)
      expect(parseStringIdsQuery(`fields=id&${query}`)).toEqual(list)
    }),
    { numRuns: 300 },
  )
})

test('every plain id is read back from a property name', () => {
  fc.assert(
    fc.property(
      anyText.filter(id => id !== ''),
      anyVersion,
      (id, version) => {
        expect(parseStringKey(formatStringKey(id, version), version)).toBe(id)
      },
    ),
  )
})

test('a path key is one path segment: no slash, question mark, hash or space whatever the value', () => {
  fc.assert(
    fc.property(anyKey, anyVersion, (key, version) => {
      expect(formatPathKey(key, version)).toMatch(/^[^/?#\s]+$/)
      expect(new URL(`https://x.example/a/${formatPathKey(key, version)}/b`).pathname.split('/')).toHaveLength(4)
    }),
  )
})

test('the parts of a 1.0.0 key may come in any order', () => {
  fc.assert(
    fc.property(anyKey, fc.infiniteStream(fc.integer()), (key, order) => {
      const pairs = formatBodyKey(key).split('&')
      const shuffled = pairs.map(pair => ({ pair, at: order.next().value })).sort((a, b) => a.at - b.at)
      expect(parseKey(shuffled.map(({ pair }) => pair).join('&'))).toEqual({ ...key })
    }),
  )
})

test('two different keys never have the same canonical text', () => {
  fc.assert(
    fc.property(anyKey, anyKey, (a, b) => {
      expect(canonicalKey(a) === canonicalKey(b)).toBe(sameKey(a, b))
      expect(sameKey(a, parseKey(canonicalKey(a)))).toBe(true)
    }),
  )
})

test('reading any text gives a key that can be written again, or a typed error', () => {
  const soup = fc.string({
    unit: fc.constantFrom('a', 'b', '=', '&', '(', ')', ':', ',', '%', '4', '1', '+', "'", '$'),
  })
  fc.assert(
    fc.property(fc.oneof(soup, anyText), text => {
      try {
        const key = parseKey(text)
        expect(sameKey(parseKey(formatBodyKey(key)), key)).toBe(true)
      } catch (problem) {
        expect(problem).toBeInstanceOf(MalformedKeyError)
      }
    }),
    { numRuns: 1000 },
  )
})

test('brackets may arrive percent-encoded, groups in any order, with gaps and other parameters between', () => {
  const query = '?ids%5B7%5D.a=8&x=ids[1].y&ids%5b0%5d.a=1&ids[7].b=9&count=3&ids%5B0%5D.b=2'
  expect(parseIdsQuery(query)).toEqual([
    { a: '1', b: '2' },
    { a: '8', b: '9' },
  ])
})

test('2.0.0 keys are read with and without an empty parameter block, and an empty value is two quotes', () => {
  const key = { externalCandidateId: 'C-1', note: '' }
  expect(parseKey("($params:(),externalCandidateId:C-1,note:'')")).toEqual(key)
  expect(parseKey("($params:(a:1,b:(c:2)),externalCandidateId:C-1,note:'')")).toEqual(key)
  expect(formatBodyKey(key, '2.0.0')).toBe("(externalCandidateId:C-1,note:'')")
  expect(parseIdsQuery("ids=List(($params:(),externalCandidateId:C-1,note:''))", '2.0.0')).toEqual([key])
})

test('a plus is a space in a 1.0.0 key and itself in a 2.0.0 key', () => {
  expect(parseKey('a=x+y')).toEqual({ a: 'x y' })
  expect(parseKey('(a:x+y)')).toEqual({ a: 'x+y' })
})

test.each([
  ['nothing', ''],
  ['no value sign', 'a'],
  ['an empty part', 'a=1&'],
  ['no part name', '=1'],
  ['a part name with a dot', 'a.b=1'],
  ['one part twice', 'a=1&a=1'],
  ['a broken escape', 'a=%zz'],
  ['half an escape', 'a=1%4'],
  ['bytes that are not UTF-8', 'a=%FF'],
  ['empty parentheses', '()'],
  ['only parameters', '($params:())'],
  ['an open parenthesis', '(a:1'],
  ['text after the end', '(a:1)b'],
  ['two objects', '(a:1)(b:2)'],
  ['a nested object', '(a:(b:1))'],
  ['no colon', '(a)'],
  ['an empty value', '(a:)'],
  ['an unescaped colon', '(a:urn:li:x)'],
  ['a parameter block in the wrong place', '(a:1,$params:())'],
  ['one 2.0.0 part twice', '(a:1,a:2)'],
])('a key with %s is refused', (_, text) => {
  expect(() => parseKey(text)).toThrow(MalformedKeyError)
})

test.each([
  ['no ids', 'start=0', undefined],
  ['nothing', '', undefined],
  ['a plain id', 'ids=A', undefined],
  ['an index that is no number', 'ids[x].a=1', undefined],
  ['no part', 'ids[0]=1', undefined],
  ['a part twice', 'ids[0].a=1&ids[0].a=2', undefined],
  ['no value sign', 'ids[0].a', undefined],
  ['brackets under 2.0.0', 'ids[0].a=1', '2.0.0'],
  ['a list under 1.0.0', 'ids=List((a:1))', '1.0.0'],
  ['an empty list', 'ids=List()', '2.0.0'],
  ['an unbalanced list', 'ids=List((a:1)))', '2.0.0'],
  ['plain ids in a list', 'ids=List(A)', '2.0.0'],
  ['a list and more', 'ids=List((a:1))&ids=List((a:2))', '2.0.0'],
] as const)('a composite ids query with %s is refused', (_, query, version) => {
  expect(() => parseIdsQuery(query, version)).toThrow(MalformedKeyError)
})

test.each([
  ['no ids', 'start=0', undefined],
  ['an empty id', 'ids=A&ids=', undefined],
  ['composite ids', 'ids[0].a=1', undefined],
  ['an empty list', 'ids=List()', '2.0.0'],
  ['an empty text in a list', "ids=List('')", '2.0.0'],
  ['repeated ids under 2.0.0', 'ids=A&ids=B', '2.0.0'],
  ['an object in a list', 'ids=List((a:1))', '2.0.0'],
] as const)('a plain ids query with %s is refused', (_, query, version) => {
  expect(() => parseStringIdsQuery(query, version)).toThrow(MalformedKeyError)
})

test('what cannot be written is refused, not bent', () => {
  expect(() => formatBodyKey({})).toThrow(MalformedKeyError)
  expect(() => formatBodyKey({ 'a&b': '1' })).toThrow(MalformedKeyError)
  expect(() => formatBodyKey({ a: '\ud800' })).toThrow(/surrogate/)
  expect(() => formatIdsQuery([])).toThrow(MalformedKeyError)
  expect(() => formatStringIdsQuery([])).toThrow(MalformedKeyError)
  expect(() => formatStringIdsQuery([''])).toThrow(MalformedKeyError)
  expect(() => formatStringKey('')).toThrow(MalformedKeyError)
  expect(() => parseStringKey('')).toThrow(MalformedKeyError)
})

test('plain ids are repeated and never joined by commas', () => {
  expect(formatStringIdsQuery(['N-1', 'N,2'])).toBe('ids=N-1&ids=N%2C2')
  expect(formatStringIdsQuery(['N-1', 'N,2'], '2.0.0')).toBe('ids=List(N-1,N%2C2)')
  expect(parseStringIdsQuery('ids=N-1,N-2', '1.0.0')).toEqual(['N-1,N-2'])
  expect(formatStringIdsQuery(['urn:li:simpleJobPostingTask:1'])).toBe('ids=urn:li:simpleJobPostingTask:1')
})

test('finder queries repeat lists under 1.0.0 and use List under 2.0.0', () => {
  const parameters = { contract: 'urn:li:contract:5', owners: ['urn:li:seat:1', 'urn:li:seat:2'], none: [], start: 0 }
  expect(formatFinderQuery('contract', parameters)).toBe(
    'q=contract&contract=urn:li:contract:5&owners=urn:li:seat:1&owners=urn:li:seat:2&start=0',
  )
  expect(formatFinderQuery('contract', parameters, '2.0.0')).toBe(
    'q=contract&contract=urn%3Ali%3Acontract%3A5&owners=List(urn%3Ali%3Aseat%3A1,urn%3Ali%3Aseat%3A2)&start=0',
  )
})

test('the protocol version comes from the header and is 1.0.0 without one', () => {
  expect(readProtocolVersion(undefined)).toBe('1.0.0')
  expect(readProtocolVersion(null)).toBe('1.0.0')
  expect(readProtocolVersion('1.0.0')).toBe('1.0.0')
  expect(readProtocolVersion(' 2.0.0 ')).toBe('2.0.0')
  expect(() => readProtocolVersion('3.0.0')).toThrow(MalformedKeyError)
})

test('sameKey compares parts, not order, and not prototypes', () => {
  expect(sameKey({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
  expect(sameKey({ a: '1' }, { a: '1', b: '2' })).toBe(false)
  expect(sameKey({ a: '1', b: '2' }, { a: '1', c: '2' })).toBe(false)
  expect(sameKey({ toString: 'x' }, {})).toBe(false)
})
