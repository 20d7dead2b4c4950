/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SESSION_COOKIE_NAME, signIn, signOut } from '../behaviours/sessions.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { protectPage } from './content-security.ts'
import { languageCookie } from './language.ts'
import { renderPage } from './render-page.ts'
import { SignInPage, type SignInProblem } from './SignInPage.tsx'
import { listSeededPeople } from './seeded-people.ts'
import { ownAddress, type PageContext, type PageEnv } from './visit.ts'
import { findWaitingRequest } from './waiting-application.ts'

const startAddress = '/talent/home'

export function mountSignIn(app: Hono<PageEnv>, sandbox: Sandbox): void {
  app.get('/talent', c => c.redirect(startAddress))

  app.get('/talent/sign-in', c => {
    const returnTo = ownAddress(c.req.query('return'), startAddress)
    return showSignIn(c, sandbox, { email: c.req.query('email') ?? '', returnTo })
  })

  app.post('/talent/sign-in', async c => {
    const form = new URLSearchParams(await c.req.text())
    const email = (form.get('email') ?? '').trim()
    const password = form.get('password') ?? ''
    const returnTo = ownAddress(form.get('return') ?? undefined, startAddress)
    const problem = email === '' ? 'missingEmail' : password === '' ? 'missingPassword' : undefined
    if (problem !== undefined) return showSignIn(c, sandbox, { email, returnTo, problem })
    try {
      const session = signIn(sandbox, email, password)
      setCookie(c, SESSION_COOKIE_NAME, session.sessionId, { httpOnly: true, sameSite: 'Lax', path: '/' })
      return c.redirect(returnTo, 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showSignIn(c, sandbox, { email, returnTo, problem: 'refused' })
    }
  })

  app.post('/talent/sign-out', c => {
    const sessionId = getCookie(c, SESSION_COOKIE_NAME)
    if (sessionId !== undefined) signOut(sandbox, sessionId)
    deleteCookie(c, SESSION_COOKIE_NAME, { path: '/' })
    const returnTo = ownAddress(c.req.query('return'), startAddress)
    return c.redirect(`/talent/sign-in?${new URLSearchParams({ return: returnTo })}`, 303)
  })

  app.get('/talent/language', c => {
    const language = c.req.query('to') === 'nl' ? 'nl' : 'en'
    setCookie(c, languageCookie, language, { sameSite: 'Lax', path: '/', maxAge: 31_536_000 })
    return c.redirect(ownAddress(c.req.query('back'), startAddress))
  })
}

interface SignInState {
  readonly email: string
  readonly returnTo: string
  readonly problem?: SignInProblem
}

function showSignIn(c: PageContext, sandbox: Sandbox, { email, returnTo, problem }: SignInState) {
  const address = `/talent/sign-in?${new URLSearchParams({ email, return: returnTo })}`
  const waiting = findWaitingRequest(sandbox, returnTo)
  if (waiting !== undefined) protectPage(c, { formTargets: [new URL(waiting.redirectUri).origin] })
  const page = (
    <SignInPage
      visit={{ ...c.get('visit'), address }}
      email={email}
      returnTo={returnTo}
      application={waiting?.application.name}
      problem={problem}
      people={listSeededPeople(sandbox)}
    />
  )
  return renderPage(c, page, problem === undefined ? 200 : problem === 'refused' ? 401 : 400)
}
