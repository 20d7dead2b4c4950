/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { fullNameOf } from '../behaviours/members.ts'
import { atsTabAddress } from './admin-address.ts'
import { Icon } from './Icon.tsx'
import { Instant } from './Instant.tsx'
import type { Language } from './language.ts'
import { projectsAddress } from './projects/addresses.ts'
import { scriptAddress, styleAddress } from './static-files.ts'
import type { Visit } from './visit.ts'

type Place = 'home' | 'search' | 'projects' | 'admin' | 'inspector' | 'sign-in' | 'elsewhere'

export interface LayoutProps {
  readonly visit: Visit
  readonly title: string
  readonly place?: Place
  readonly children?: Child
}

export function Layout({ visit, title, place = 'elsewhere', children }: LayoutProps) {
  const words = visit.words.frame
  return (
    <html lang={visit.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${words.brand}`}</title>
        <link rel="stylesheet" href={styleAddress} />
        <link rel="icon" href="data:," />
        <script src={scriptAddress} defer={true} />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <Bar visit={visit} place={place} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <Foot visit={visit} />
      </body>
    </html>
  )
}

function Bar({ visit, place }: { visit: Visit; place: Place }) {
  const words = visit.words.frame
  return (
    <header class="bar">
      <a class="brand" href="/talent/home">
        <Icon name="flask" />
        {words.brand}
      </a>
      <span class="tag-not-linkedin">{words.notLinkedIn}</span>
      {visit.hasSeat && (
        <nav aria-label={words.mainMenu}>
          <ul>
            <MenuLink href="/talent/home" isCurrent={place === 'home'} text={words.home} />
            <MenuLink href="/talent/search" isCurrent={place === 'search'} text={words.search} />
            <MenuLink href={projectsAddress} isCurrent={place === 'projects'} text={visit.words.projects.title} />
            {visit.isAdmin && <More visit={visit} place={place} />}
          </ul>
        </nav>
      )}
      {visit.hasSeat && (
        <search class="push-right">
          <form class="bar-search" action="/talent/search">
            <Icon name="search" />
            <input type="search" name="q" aria-label={words.searchPeople} placeholder={words.searchPeople} />
          </form>
        </search>
      )}
      {(visit.member !== undefined || place !== 'sign-in') && <Account visit={visit} />}
    </header>
  )
}

function MenuLink({ href, isCurrent, text }: { href: string; isCurrent: boolean; text: string }) {
  return (
    <li>
      <a class="bar-link" href={href} aria-current={isCurrent ? 'page' : undefined}>
        {text}
      </a>
    </li>
  )
}

function More({ visit, place }: { visit: Visit; place: Place }) {
  const words = visit.words.admin
  return (
    <li>
      <details class="menu bar-more">
        <summary class="bar-link">
          {words.more}
          <Icon name="down" />
        </summary>
        <div class="menu-panel">
          <a class="menu-item" href={atsTabAddress} aria-current={place === 'admin' ? 'page' : undefined}>
            {words.title}
          </a>
        </div>
      </details>
    </li>
  )
}

function Account({ visit }: { visit: Visit }) {
  const words = visit.words.frame
  const { member } = visit
  if (member === undefined) {
    return (
      <a class="brand push-right" href="/talent/sign-in">
        {words.signIn}
      </a>
    )
  }
  return (
    <details class={visit.hasSeat ? 'menu' : 'menu push-right'}>
      <summary>
        {fullNameOf(member)}
        <Icon name="down" />
      </summary>
      <div class="menu-panel">
        <p class="who small text-2">{words.signedInAs(member.signInEmail)}</p>
        <LanguageLink visit={visit} name="menu-item" />
        <a class="menu-item" href="/talent/inspector">
          {words.inspector}
        </a>
        <form method="post" action="/talent/sign-out">
          <button class="menu-item" type="submit">
            {words.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}

function Foot({ visit }: { visit: Visit }) {
  const words = visit.words.frame
  return (
    <footer class="page-foot">
      <span>{words.explanation}</span>
      <span>
        {words.sandboxTime} <Instant at={visit.now} format="date-time" language={visit.language} />
      </span>
      <a href="/talent/inspector">{words.inspector}</a>
      <LanguageLink visit={visit} />
    </footer>
  )
}

function LanguageLink({ visit, name }: { visit: Visit; name?: string }) {
  const other: Language = visit.language === 'en' ? 'nl' : 'en'
  const address = `/talent/language?${new URLSearchParams({ to: other, back: visit.address })}`
  return (
    <a class={name} href={address} lang={other} hreflang={other}>
      {visit.words.frame.otherLanguage}
    </a>
  )
}
