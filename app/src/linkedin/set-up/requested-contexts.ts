import { invalid } from '../../platform/errors.ts'
import { companyTypes } from '../access/access.queries.ts'
import type { RequestedKeys } from './set-up.shapes.ts'

interface Requested {
  organization: string | null
  contract: string | null
}

/** Of which company and contract the keys speak. Keys of LinkedIn's other products are nobody's business here. */
export function contextsOf(keys: RequestedKeys['keys']): Requested {
  const companies = contextsOfTypes(keys, companyTypes)
  const contracts = contextsOfTypes(keys, ['CSA_API'])
  if (companies.length > 1 || contracts.length > 1) throw severalAtOnce()
  const [organization = null] = companies
  const [contract = null] = contracts
  if (organization === null && contract === null) throw nothingOfRecruiter()
  return { organization, contract }
}

function contextsOfTypes(keys: RequestedKeys['keys'], types: readonly string[]): string[] {
  return [...new Set(keys.filter(key => types.includes(key.integrationType)).map(key => key.integrationContext))]
}

function severalAtOnce() {
  return invalid({
    code: 'linkedin.severalContexts',
    message:
      'LinkedIn named more than one company or contract, and an ATS instance has one of each. Choose one contract in LinkedIn’s window, and press Request.',
  })
}

function nothingOfRecruiter() {
  return invalid({
    code: 'linkedin.nothingOfRecruiter',
    message:
      'LinkedIn told of a request, but of none for Recruiter System Connect. Press Request under that heading in LinkedIn’s window.',
  })
}
