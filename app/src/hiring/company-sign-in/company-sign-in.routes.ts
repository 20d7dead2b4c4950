import { z } from 'zod'
import type { UserActor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { refuseUnlessAdministrator } from '../users/user.policy.ts'
import { forgetCompanyAccount } from './company-accounts.ts'
import { listDomains, readSettings } from './company-sign-in.queries.ts'
import type { CompanySignIn } from './company-sign-in.shapes.ts'
import {
  companySignIn,
  companySignInInput,
  domainInput,
  domainProof,
  provedDomain,
  trialAnswer,
  trialInput,
} from './company-sign-in.shapes.ts'
import { changeCompanySignIn, removeCompanySignIn } from './company-sign-in.ts'
import { askForDomain, findOwnDomain, proveDomain, removeDomain } from './domains.ts'
import { redirectUriOf } from './issuer.ts'
import { tryIssuer } from './try-issuer.ts'

const tags = ['Company sign-in']

const getCompanySignIn = operation({
  method: 'get',
  path: '/company-sign-in',
  summary: 'Tells how people sign in with accounts of this company',
  tags,
  answer: companySignIn,
})
const putCompanySignIn = operation({
  method: 'put',
  path: '/company-sign-in',
  summary: 'Sets up or changes company sign-in',
  description: 'The client secret is kept encrypted and never answered. Left out, the one that is kept stays.',
  tags,
  body: companySignInInput,
  answer: companySignIn,
})
const deleteCompanySignIn = operation({
  method: 'delete',
  path: '/company-sign-in',
  summary: 'Takes company sign-in away, and ends the sessions that it opened',
  tags,
})
const postTrial = operation({
  method: 'post',
  path: '/company-sign-in/trials',
  summary: 'Tries an issuer and a client, and tells what is wrong',
  tags,
  body: trialInput,
  answer: trialAnswer,
})
const postDomain = operation({
  method: 'post',
  path: '/company-sign-in/domains',
  summary: 'Mails you a link that proves the domain of your e-mail address',
  tags,
  body: domainInput,
})
const postProof = operation({
  method: 'post',
  path: '/company-sign-in/domain-proofs',
  summary: 'Proves a domain with the link of the mail',
  tags,
  body: domainProof,
  answer: provedDomain,
})
const deleteDomain = operation({
  method: 'delete',
  path: '/company-sign-in/domains/{domain}',
  summary: 'Takes a domain away',
  tags,
  params: z.object({ domain: z.string() }),
})
const deleteAccount = operation({
  method: 'delete',
  path: '/users/{id}/company-account',
  summary: "Forgets which account of the company is this user's, and ends the sessions that it opened",
  tags,
  params: z.object({ id: z.string() }),
})

/** For administrators. How people come in stands in company-entrance.routes.ts. */
export function companySignInRoutes(app: App) {
  return createRouter()
    .openapi(getCompanySignIn, async c => c.json(await read(app, c.get('actor')), 200))
    .openapi(putCompanySignIn, async c => {
      await changeCompanySignIn(app, c.get('actor'), c.req.valid('json'), c.get('session'))
      return c.json(await read(app, c.get('actor')), 200)
    })
    .openapi(deleteCompanySignIn, async c => {
      await removeCompanySignIn(app, c.get('actor'), c.get('session'))
      return c.body(null, 204)
    })
    .openapi(postTrial, async c => c.json(await tryIssuer(app, c.get('actor'), c.req.valid('json')), 200))
    .openapi(postDomain, async c => {
      const actor = c.get('actor')
      await perform(app, actor, work => askForDomain(app, work, actor, c.req.valid('json')))
      return c.body(null, 204)
    })
    .openapi(postProof, async c => {
      const actor = c.get('actor')
      return c.json(await perform(app, actor, work => proveDomain(work, actor, c.req.valid('json').token)), 200)
    })
    .openapi(deleteDomain, async c => {
      await perform(app, c.get('actor'), work => removeDomain(work, c.req.valid('param').domain))
      return c.body(null, 204)
    })
    .openapi(deleteAccount, async c => {
      await forgetCompanyAccount(app, c.get('actor'), c.req.valid('param').id)
      return c.body(null, 204)
    })
}

function read(app: App, actor: UserActor): Promise<CompanySignIn> {
  refuseUnlessAdministrator(actor)
  return look(app, actor, async tx => ({
    settings: await readSettings(tx, actor.tenantId),
    redirectUri: redirectUriOf(app, actor.tenantId),
    domains: await listDomains(tx, actor.tenantId),
    ownDomain: await findOwnDomain(tx, actor),
  }))
}
