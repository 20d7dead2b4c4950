// People and questions by chance: the database answers as somebody does who reads every profile.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import { listCandidates } from '../candidates/candidates.queries.ts'
import { createCandidate } from '../candidates/candidates.ts'
import { aCompany } from '../testing/builders.ts'
import { countFacets } from './facets.queries.ts'

const questions = Number(process.env.LODESTONE_FUZZ_REQUESTS ?? 120)
const seed = Number(process.env.LODESTONE_FUZZ_SEED ?? Date.now() % 2 ** 31)
const QUESTIONS_PER_WORLD = 40

// None of these letters sounds like another, so that a slip is one of letters.
const names = [
  'rosa',
  'rosanne',
  'bas',
  'bast',
  'bastiaan',
  'anna',
  'annelies',
  'gerda',
  'gerard',
  'noor',
  'noord',
  'mar',
]
const trades = ['tulip', 'tulips', 'rose', 'rosa', 'grower', 'grow', 'head', 'of', 'lamp', 'lamps', 'noord']

interface Person {
  first: string
  last: string
  headline: string[]
  location: string
  skills: string[][]
  look: number
}

type Asked =
  | { kind: 'word' | 'quoted' | 'beginning'; words: string[]; look: number }
  | { kind: 'not'; part: Asked }
  | { kind: 'all' | 'any'; parts: Asked[]; look: number }

test(`whoever is asked for is found, and nobody else (${questions} questions, seed ${seed})`, {
  timeout: 60_000 + questions * 400,
}, async () => {
  const app = await testApp()
  let telling = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(somebody, { minLength: 15, maxLength: 25 }),
      fc.array(something, exactly(QUESTIONS_PER_WORLD)),
      async (people, all) => {
        const { recruiter } = await aCompany(app)
        const ids = await perform(app, recruiter, async work => {
          const made: string[] = []
          for (const person of people) made.push((await createCandidate(work, profileOf(person))).id)
          return made
        })
        for (const asked of all) {
          const q = write(asked)
          const page = await look(app, recruiter, tx => listCandidates(tx, recruiter, { q, limit: 100 }))
          const { count } = await look(app, recruiter, tx => countFacets(tx, recruiter, { q }))
          const wanted = ids.filter((_id, index) => fits(asked, people, index))
          const what = `${q}\n${people.map((person, index) => `${ids[index]} ${JSON.stringify(profileOf(person))}`).join('\n')}`
          expect(page.data.map(one => one.id).toSorted(), what).toEqual(wanted.toSorted())
          expect(count, what).toEqual({ value: wanted.length, capped: false })
          if (wanted.length > 0 && wanted.length < people.length) telling++
        }
      },
    ),
    { numRuns: Math.ceil(questions / QUESTIONS_PER_WORLD), seed, endOnFailure: true },
  )
  // Where everybody or nobody is found every time, nothing is proved.
  expect(telling).toBeGreaterThan(questions / 5)
})

function exactly(length: number) {
  return { minLength: length, maxLength: length }
}

const [name, trade, chance] = [fc.constantFrom(...names), fc.constantFrom(...trades), fc.nat({ max: 999 })]

const somebody: fc.Arbitrary<Person> = fc.record({
  first: name,
  last: name,
  headline: fc.array(trade, { maxLength: 4 }),
  location: fc.constantFrom('', ...names),
  skills: fc.array(fc.array(trade, { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
  look: chance,
})

const slip = fc.tuple(name, chance).map(([word, how]) => {
  const at = how % word.length
  const [before, letter = '', after] = [word.slice(0, at), word[at], word.slice(at + 1)]
  const slips = [
    before + after,
    before + letter + letter + after,
    `${before}o${after}`,
    before + after.slice(0, 1) + letter + after.slice(1),
  ]
  return slips[how % slips.length] ?? word
})
const cut = fc.tuple(fc.oneof(name, trade), chance).map(([word, at]) => word.slice(0, 1 + (at % word.length)))
const anyWord = fc.oneof(name, trade, slip, cut)

const { something } = fc.letrec<{ something: Asked; term: Asked }>(tie => ({
  term: fc.oneof(
    fc.record({
      kind: fc.constant('word' as const),
      words: fc.array(anyWord, { minLength: 1, maxLength: 1 }),
      look: chance,
    }),
    fc.record({ kind: fc.constant('word' as const), words: fc.array(anyWord, exactly(2)), look: chance }),
    fc.record({ kind: fc.constant('quoted' as const), words: fc.array(anyWord, { maxLength: 3 }), look: chance }),
    fc.record({
      kind: fc.constant('beginning' as const),
      words: fc.array(cut, { minLength: 1, maxLength: 2 }),
      look: chance,
    }),
  ),
  something: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: tie('term') },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), part: tie('something') }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        parts: fc.array(tie('something'), { minLength: 2, maxLength: 3 }),
        look: chance,
      }),
    },
  ),
}))

/** As people write: capitals and accents by chance, signs between words. */
function profileOf({ first, last, headline, location, skills, look: how }: Person) {
  const between = [' ', ', ', ' & ', '/'][how % 4] ?? ' '
  return {
    firstName: spelled(first, how),
    lastName: spelled(last, how + 1),
    headline: headline.map((word, index) => spelled(word, how + index)).join(between) || null,
    location: location || null,
    skills: [...new Set(skills.map(words => words.join(' ')))],
  }
}

function spelled(word: string, how: number): string {
  if (how % 3 === 0) return word.charAt(0).toUpperCase() + word.slice(1)
  return how % 3 === 1 ? word.replace('e', 'é').replace('o', 'Ö') : word
}

function write(asked: Asked): string {
  switch (asked.kind) {
    case 'word':
      return asked.words.map(word => spelled(word, asked.look)).join('-')
    case 'quoted':
      return inQuotes(asked.words.join(asked.look % 2 ? ' ' : ', '), asked.look)
    case 'beginning':
      return asked.words.length > 1 ? inQuotes(`${asked.words.join(' ')}*`, asked.look) : `${asked.words[0]}*`
    case 'not':
      return `${'look' in asked.part && asked.part.look % 2 ? '-' : 'NOT '}${'part' in asked.part || 'parts' in asked.part ? `(${write(asked.part)})` : write(asked.part)}`
    case 'all':
      return asked.parts
        .map(part => (part.kind === 'any' ? `(${write(part)})` : write(part)))
        .join([' ', ' AND ', ' and ', ' en '][asked.look % 4])
    case 'any':
      return asked.parts.map(part => (asked.look % 2 ? write(part) : `( ${write(part)} )`)).join(' OR ')
  }
}

function inQuotes(text: string, how: number): string {
  const [open = '', close = ''] = ['""', '“”', '„“', '«»'][how % 4] ?? '""'
  return open + text + close
}

function fits(asked: Asked, people: readonly Person[], index: number): boolean {
  const person = people[index]
  // Words without a letter in them ask for nobody; beside others they say nothing.
  return person !== undefined && (answers(asked, person, { people, asWritten: false }) ?? false)
}

interface Reader {
  people: readonly Person[]
  /** Nothing is read into what is left out. */
  asWritten: boolean
}

function answers(asked: Asked, person: Person, reader: Reader): boolean | undefined {
  switch (asked.kind) {
    case 'word':
      return readingOf(asked.words, reader)(person, asked.words)
    case 'quoted':
      return asked.words.length === 0 ? undefined : written(person, asked.words)
    case 'beginning':
      return beginning(person, asked.words)
    case 'not': {
      const answer = answers(asked.part, person, { ...reader, asWritten: true })
      return answer === undefined ? undefined : !answer
    }
    default: {
      const said = asked.parts.map(part => answers(part, person, reader)).filter(answer => answer !== undefined)
      if (said.length === 0) return undefined
      return asked.kind === 'all' ? said.every(Boolean) : said.some(Boolean)
    }
  }
}

type Reading = (person: Person, words: readonly string[]) => boolean

/** As written where somebody has it, else the beginning of a word, else a slip in a name. */
function readingOf(words: readonly string[], { people, asWritten }: Reader): Reading {
  if (asWritten) return written
  return [written, beginning, slipped].find(reading => people.some(person => reading(person, words))) ?? written
}

function fieldsOf({ first, last, headline, location, skills }: Person): string[][] {
  return [[first, last], headline, [location], ...skills]
}

function written(person: Person, words: readonly string[]): boolean {
  return follows(person, words, (found, wanted) => found === wanted)
}

function beginning(person: Person, words: readonly string[]): boolean {
  return follows(person, words, (found, wanted, isLast) => (isLast ? found.startsWith(wanted) : found === wanted))
}

/** One after the other in one field. */
function follows(
  person: Person,
  words: readonly string[],
  isIt: (found: string, wanted: string, isLast: boolean) => boolean,
): boolean {
  return fieldsOf(person).some(field =>
    field.some((_word, start) =>
      words.every((wanted, offset) => isIt(field[start + offset] ?? '', wanted, offset === words.length - 1)),
    ),
  )
}

function slipped(person: Person, words: readonly string[]): boolean {
  return words.every(word =>
    word.length < 3 ? written(person, [word]) : [person.first, person.last].some(own => isSlipApart(own, word)),
  )
}

function isSlipApart(one: string, other: string): boolean {
  const withoutDoubles = (word: string) => word.replaceAll(/(.)\1+/g, '$1')
  const others = shortened(other)
  return withoutDoubles(one) === withoutDoubles(other) || shortened(one).some(short => others.includes(short))
}

/** The word, and the word without each of its letters. */
function shortened(word: string): string[] {
  return [word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))]
}
