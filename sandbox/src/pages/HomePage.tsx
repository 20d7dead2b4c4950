/** @jsxImportSource hono/jsx */
import { formatNumber } from './formats.ts'
import { Icon } from './Icon.tsx'
import { Layout } from './Layout.tsx'
import { findSearchName, type Search, writeSearch } from './search-members.ts'
import type { RecruiterVisit } from './visit.ts'

interface RecentSearch {
  readonly search: Search
  readonly count: number
}

export interface SeatSummary {
  readonly contract: string
  readonly organization: string
  readonly isAdmin: boolean
  readonly exportsUsed: number
  readonly exportsAllowed: number
}

export interface HomePageProps {
  readonly visit: RecruiterVisit
  readonly recent: readonly RecentSearch[]
  readonly seats: readonly SeatSummary[]
  /** Names of the ATS instances this recruiter may export to. */
  readonly destinations: readonly string[]
}

export function HomePage(props: HomePageProps) {
  const { visit } = props
  const words = visit.words.home
  return (
    <Layout visit={visit} title={words.title} place="home">
      <div class="home">
        <div>
          <section class="card section">
            <h1>{words.welcome(visit.member.firstName)}</h1>
            <search>
              <form action="/talent/search">
                <label class="home-label" for="home-search">
                  {words.searchLabel}
                </label>
                <div class="home-search">
                  <input class="field" id="home-search" name="q" type="search" autocomplete="off" />
                  <button class="button filled" type="submit">
                    {words.button}
                  </button>
                </div>
              </form>
            </search>
          </section>
          <Recent {...props} />
          <WhatToTry {...props} />
        </div>
        <aside>
          <Seats {...props} />
          <Destinations {...props} />
        </aside>
      </div>
    </Layout>
  )
}

function Recent({ visit, recent }: HomePageProps) {
  const words = visit.words.home
  return (
    <section class="card section" aria-labelledby="recent">
      <h2 id="recent">{words.recent}</h2>
      {recent.length === 0 && <p class="meta">{words.noRecent}</p>}
      <ul>
        {recent.map(({ search, count }) => (
          <li>
            <a class="list-link" href={`/talent/search?${writeSearch(search)}`}>
              {findSearchName(search, visit.words) ?? words.everyone}
              <span class="text-3">{visit.words.search.people(formatNumber(count, visit.language))}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function WhatToTry({ visit }: HomePageProps) {
  const words = visit.words.home
  return (
    <section class="card section" aria-labelledby="try">
      <h2 id="try">{words.try}</h2>
      <ol class="steps">
        {words.steps.map(step => (
          <li>
            <strong>{step.name}</strong>
            {step.text}
          </li>
        ))}
      </ol>
      <a class="button" href="/talent/inspector">
        {words.openInspector}
      </a>
    </section>
  )
}

function Seats({ visit, seats }: HomePageProps) {
  const words = visit.words.home
  return (
    <section class="card contact" aria-labelledby="seats">
      <h2 id="seats">{words.seats(seats.length)}</h2>
      <ul class="seat-list">
        {seats.map(seat => (
          <li>
            <strong class="seat-name">{seat.contract}</strong>
            <span class="seat-line meta">{`${seat.organization} · ${seat.isAdmin ? words.seatAdmin : words.seatPlain}`}</span>
            <span class="seat-line small text-3">
              {words.quota(
                formatNumber(seat.exportsUsed, visit.language),
                formatNumber(seat.exportsAllowed, visit.language),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Destinations({ visit, destinations }: HomePageProps) {
  const words = visit.words.home
  return (
    <section class="card contact" aria-labelledby="destinations">
      <h2 id="destinations">{words.connected}</h2>
      {destinations.length === 0 && <p class="meta">{words.noneConnected}</p>}
      <ul class="seat-list">
        {destinations.map(name => (
          <li class="state ok">
            <Icon name="check" />
            {name}
          </li>
        ))}
      </ul>
    </section>
  )
}
