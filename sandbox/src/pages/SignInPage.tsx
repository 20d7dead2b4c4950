/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import { SANDBOX_PASSWORD } from '../seed.ts'
import { Icon } from './Icon.tsx'
import { Layout } from './Layout.tsx'
import type { Visit } from './visit.ts'

export type SignInProblem = 'missingEmail' | 'missingPassword' | 'refused'

export interface SeededPerson {
  readonly member: Member
  readonly organization: string | undefined
  readonly role: 'admin' | 'recruiter' | 'member'
}

export interface SignInPageProps {
  readonly visit: Visit
  readonly email: string
  readonly returnTo: string
  /** Name of the application that waits for this sign-in. */
  readonly application?: string | undefined
  readonly problem?: SignInProblem | undefined
  readonly people: readonly SeededPerson[]
}

export function SignInPage(props: SignInPageProps) {
  const { visit, application, people } = props
  const words = visit.words.signIn
  const colleagues = people.filter(person => person.organization !== undefined)
  const others = people.filter(person => person.organization === undefined)
  return (
    <Layout visit={visit} title={words.title} place="sign-in">
      <div class="narrow">
        <section class="card sheet">
          <h1>{words.title}</h1>
          <p class="text-2">{application === undefined ? words.lead : words.toContinue(application)}</p>
          <SignInForm {...props} />
          {application !== undefined && <CancelForm {...props} application={application} />}
        </section>
        <section class="card seeded" aria-labelledby="seeded">
          <h2 id="seeded">{words.seeded}</h2>
          <p>{words.seededLead(SANDBOX_PASSWORD)}</p>
          <PeopleList {...props} people={colleagues} />
          <details>
            <summary class="more">{words.showOthers(others.length)}</summary>
            <PeopleList {...props} people={others} />
          </details>
        </section>
      </div>
    </Layout>
  )
}

function SignInForm({ visit, email, returnTo, problem }: SignInPageProps) {
  const words = visit.words.signIn
  const isEmailWrong = problem === 'missingEmail' || problem === 'refused'
  const describedBy = problem === undefined ? undefined : 'sign-in-problem'
  return (
    <form method="post" action="/talent/sign-in" novalidate={true}>
      <input type="hidden" name="return" value={returnTo} />
      {problem !== undefined && (
        <p class="note bad" id="sign-in-problem" role="alert">
          <Icon name="blocked" />
          {words[problem]}
        </p>
      )}
      <div class="row">
        <label for="email">{words.email}</label>
        <input
          class="field"
          id="email"
          name="email"
          type="email"
          value={email}
          autocomplete="username"
          required={true}
          autofocus={email === ''}
          aria-invalid={isEmailWrong ? 'true' : undefined}
          aria-describedby={isEmailWrong ? describedBy : undefined}
        />
      </div>
      <div class="row">
        <label for="password">{words.password}</label>
        <input
          class="field"
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required={true}
          autofocus={email !== ''}
          aria-invalid={problem === 'missingPassword' || problem === 'refused' ? 'true' : undefined}
          aria-describedby={problem === 'missingPassword' || problem === 'refused' ? describedBy : undefined}
        />
      </div>
      <button class="button filled wide" type="submit">
        {words.button}
      </button>
    </form>
  )
}

/** Declines at the application without signing in. */
function CancelForm({ visit, returnTo, application }: SignInPageProps & { application: string }) {
  return (
    <form class="cancel" method="post" action={returnTo}>
      <button class="link-button" type="submit" name="answer" value="cancel">
        {visit.words.signIn.cancel(application)}
      </button>
    </form>
  )
}

function PeopleList({ visit, people, returnTo }: SignInPageProps) {
  const words = visit.words.signIn
  return (
    <ul>
      {people.map(({ member, role, organization }) => (
        <li class="seeded-person">
          <a
            class="seeded-link"
            href={`/talent/sign-in?${new URLSearchParams({ email: member.signInEmail, return: returnTo })}`}
          >
            <span>
              <strong class="seeded-name">{fullNameOf(member)}</strong>
              <small>{member.signInEmail}</small>
            </span>
            <small class="seeded-role">
              {organization === undefined ? member.headline : words.roleAt(words[role], organization)}
            </small>
          </a>
        </li>
      ))}
    </ul>
  )
}
