/** @jsxImportSource hono/jsx */

import { fullNameOf } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import { formatNumber } from './formats.ts'
import { Icon } from './Icon.tsx'
import { Layout } from './Layout.tsx'
import { initialsOf } from './names.ts'
import { inAtsChoices, pageSize, type Search, writeSearch } from './search-members.ts'
import type { Visit } from './visit.ts'

export interface SearchPageProps {
  readonly visit: Visit
  readonly search: Search
  readonly page: number
  readonly matches: readonly Member[]
  /** Job titles this recruiter's company exported each member to. */
  readonly exports: ReadonlyMap<string, readonly string[]>
  /** Those of this page who are in an ATS, with their latest status there. */
  readonly latestSteps: ReadonlyMap<string, string>
  /** How many of the people whom the other filters find are in an ATS. */
  readonly inAtsCount: number
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
          <Spotlights visit={visit} search={search} inAtsCount={props.inAtsCount} />
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
        <div class="row">
          <label for="filter-inAts">{visit.words.inAts.filter}</label>
          <select class="field" id="filter-inAts" name="inAts">
            {inAtsChoices.map(choice => (
              <option value={choice} selected={search.inAts === choice}>
                {visit.words.inAts.filters[choice]}
              </option>
            ))}
          </select>
        </div>
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

function Spotlights({ visit, search, inAtsCount }: Pick<SearchPageProps, 'visit' | 'search' | 'inAtsCount'>) {
  const words = visit.words.inAts
  if (search.inAts === '' && inAtsCount === 0) return null
  const isOn = search.inAts === 'yes'
  const addressOf = (inAts: Search['inAts']) => `/talent/search?${writeSearch({ ...search, inAts })}`
  return (
    <nav class="spotlights" aria-label={words.spotlights}>
      <a class="button" href={addressOf('yes')} aria-current={isOn ? 'true' : undefined}>
        <Icon name="check" />
        {words.spotlight(formatNumber(inAtsCount, visit.language))}
      </a>
      {search.inAts !== '' && <a href={addressOf('')}>{words.spotlightOff}</a>}
    </nav>
  )
}

function Results({
  visit,
  search,
  shown,
  first,
  exports,
  latestSteps,
}: SearchPageProps & { shown: readonly Member[]; first: number }) {
  return (
    <ul class="card results">
      {shown.map((member, index) => (
        <Result
          visit={visit}
          member={member}
          address={`/talent/profile/${member.memberId}?${writeSearch(search, { n: String(first + index + 1) })}`}
          jobs={exports.get(member.memberId) ?? []}
          latestStep={latestSteps.get(member.memberId)}
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
  readonly latestStep: string | undefined
}

function Result({ visit, member, address, jobs, latestStep }: ResultProps) {
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
        {latestStep !== undefined && <InAtsMark visit={visit} latestStep={latestStep} />}
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

function InAtsMark({ visit, latestStep }: { visit: Visit; latestStep: string }) {
  return (
    <p class="in-ats-mark">
      <strong>
        <Icon name="check" />
        {visit.words.inAts.mark}
      </strong>
      {latestStep !== '' && <span>{latestStep}</span>}
    </p>
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
