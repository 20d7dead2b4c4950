/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../../behaviours/members.ts'
import { SANDBOX_PASSWORD } from '../../seed.ts'
import { Icon } from '../Icon.tsx'
import type { SeededPerson } from '../SignInPage.tsx'
import type { Visit } from '../visit.ts'
import { addressWith } from './plugin-request.ts'

export type PluginSignInProblem = 'missingEmail' | 'missingPassword' | 'refused' | 'cookieNotKept'

export interface PluginSignInProps {
  readonly visit: Visit
  readonly lead: string
  readonly email: string
  readonly problem: PluginSignInProblem | undefined
  readonly people: readonly SeededPerson[]
}

export function PluginSignIn(props: PluginSignInProps) {
  const { visit, email, problem, people } = props
  const words = visit.words.signIn
  const isInvalid = problem !== undefined && problem !== 'cookieNotKept'
  const describe = { 'aria-invalid': 'true', 'aria-describedby': 'plugin-problem' } as const
  return (
    <>
      <p class="text-2">{props.lead}</p>
      {problem !== undefined && (
        <p class="note bad" id="plugin-problem" role="alert">
          <Icon name="blocked" />
          {problem === 'cookieNotKept' ? visit.words.plugin.cookieNotKept : words[problem]}
        </p>
      )}
      <form class="plugin-form" method="post" action={visit.address} novalidate={true}>
        <label for="email">{words.email}</label>
        <input
          class="field"
          id="email"
          name="email"
          type="email"
          value={email}
          autocomplete="username"
          required={true}
          {...(isInvalid && problem !== 'missingPassword' ? describe : {})}
        />
        <label for="password">{words.password}</label>
        <input
          class="field"
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required={true}
          {...(isInvalid && problem !== 'missingEmail' ? describe : {})}
        />
        <button class="button filled wide" type="submit" name="act" value="sign-in">
          {words.button}
        </button>
      </form>
      <details>
        <summary class="more">{words.seeded}</summary>
        <p class="small text-2">{words.seededLead(SANDBOX_PASSWORD)}</p>
        <ul>
          {people.map(person => (
            <Person visit={visit} person={person} />
          ))}
        </ul>
      </details>
    </>
  )
}

function Person({ visit, person }: { visit: Visit; person: SeededPerson }) {
  const words = visit.words.signIn
  return (
    <li class="seeded-person">
      <a class="seeded-link" href={addressWith(visit, { email: person.member.signInEmail })}>
        <strong class="seeded-name">{fullNameOf(person.member)}</strong>
        <small class="seeded-role">{words.roleAt(words[person.role], person.organization ?? '')}</small>
      </a>
    </li>
  )
}
