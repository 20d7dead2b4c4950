/** @jsxImportSource hono/jsx */

import { fullNameOf } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import { formatNumber } from './formats.ts'
import { Icon } from './Icon.tsx'
import { Layout } from './Layout.tsx'
import { initialsOf } from './names.ts'
import { pageSize, type Search, writeSearch } from './search-members.ts'
import type { Visit } from './visit.ts'

export interface SearchPageProps {
  readonly visit: Visit
  readonly search: Search
  readonly page: number
  readonly matches: readonly Member[]
  /** Job titles this recruiter's company exported each member to. */
  readonly exports: ReadonlyMap<string, readonly string[]>
}

export function SearchPage(props: SearchPageProps) {
  const { visit, search, matches, page } = props
  const words = visit.words.search
  const first = (page - 1) * pageSize
  const shown = matches.slice(first, first + pageSize)
  const total = formatNumber(matches.length, visit.language)
  const range = shown.length === 0 ? '' : `${first + 1}–${first + shown.length}`
  return (
    <Layout visit={visit} title={words.title} place="search">
      <div class="search-page">
        <div>
          <h1 class="count-row">{words.title}</h1>
          <Filters visit={visit} search={search} />
        </div>
        <section aria-label={words.results}>
          <div class="count-row">
            <p role="status">{words.people(total)}</p>
            {range !== '' && <p class="small text-3">{words.count(range, total)}</p>}
          </div>
          {shown.length === 0 ? <Nobody visit={visit} /> : <Results {...props} shown={shown} first={first} />}
          <Pages visit={visit} search={search} page={page} total={matches.length} />
        </section>
      </div>
    </Layout>
  )
}

function Filters({ visit, search }: { visit: Visit; search: Search }) {
  const words = visit.words.search
  const fields = [
    { name: 'q', label: words.keywords },
    { name: 'location', label: words.location },
    { name: 'company', label: words.company },
    { name: 'skill', label: words.skill },
  ] as const
  return (
    <search>
      <form class="card filters" action="/talent/search">
        <h2>{words.filters}</h2>
        {fields.map(({ name, label }) => (
          <div class="row">
            <label for={`filter-${name}`}>{label}</label>
            <input class="field" id={`filter-${name}`} name={name} value={search[name]} autocomplete="off" />
          </div>
        ))}
        <div class="actions">
          <button class="button filled" type="submit">
            {words.button}
          </button>
          <a href="/talent/search">{words.clear}</a>
        </div>
      </form>
    </search>
  )
}

function Results({
  visit,
  search,
  shown,
  first,
  exports,
}: SearchPageProps & { shown: readonly Member[]; first: number }) {
  return (
    <ul class="card results">
      {shown.map((member, index) => (
        <Result
          visit={visit}
          member={member}
          address={`/talent/profile/${member.memberId}?${writeSearch(search, { n: String(first + index + 1) })}`}
          jobs={exports.get(member.memberId) ?? []}
        />
      ))}
    </ul>
  )
}

const skillsShown = 5

interface ResultProps {
  readonly visit: Visit
  readonly member: Member
  readonly address: string
  readonly jobs: readonly string[]
}

function Result({ visit, member, address, jobs }: ResultProps) {
  const words = visit.words.search
  return (
    <li class="result">
      <span class="monogram" aria-hidden="true">
        {initialsOf(member)}
      </span>
      <div class="result-what">
        <h2>
          <a class="result-name" href={address}>
            {fullNameOf(member)}
          </a>
        </h2>
        <p>{member.headline}</p>
        <p class="meta">{`${member.location} · ${member.industry}`}</p>
        {member.skills.length > 0 && <p class="small text-3">{member.skills.slice(0, skillsShown).join(', ')}</p>}
      </div>
      <div class="result-side">
        {jobs.map(job => (
          <p>{words.exported(job)}</p>
        ))}
        {member.hiddenOutsideLinkedIn && <p>{words.notExportable}</p>}
      </div>
    </li>
  )
}

function Nobody({ visit }: { visit: Visit }) {
  const words = visit.words.search
  return (
    <div class="card empty">
      <h2>{words.none}</h2>
      <p>{words.noneLead}</p>
    </div>
  )
}

function Pages({ visit, search, page, total }: { visit: Visit; search: Search; page: number; total: number }) {
  const words = visit.words.search
  const pages = Math.ceil(total / pageSize)
  if (pages < 2) return null
  const addressOf = (wanted: number) => `/talent/search?${writeSearch(search, { page: String(wanted) })}`
  return (
    <nav class="pages" aria-label={words.pages}>
      <span>
        {page > 1 && (
          <a href={addressOf(page - 1)} rel="prev">
            <Icon name="left" />
            {words.previous}
          </a>
        )}
      </span>
      <span class="text-2">{words.page(String(page), String(pages))}</span>
      <span>
        {page < pages && (
          <a href={addressOf(page + 1)} rel="next">
            {words.next}
            <Icon name="right" />
          </a>
        )}
      </span>
    </nav>
  )
}
