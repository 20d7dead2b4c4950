import { sql } from 'kysely'
import { hasTheStepsWanted } from './two-step-rule.queries.ts'

/**
 * For statements over `user`: this company lets people in through its own accounts alone. Administrators stay free to use
 * their password, so that a company whose issuer fails is not locked out.
 */
export const isClosedToPasswords = sql<boolean>`(
  exists (select from company_sign_in company where company.tenant_id = "user".tenant_id and company.required)
  and not 'administrator' = any("user".roles))`

/** For statements over `session` and `user`: who was vouched for is in that company only; who has a password obeys its rules. */
export const mayWorkThere = sql<boolean>`(case
  when session.vouched_by is not null then session.vouched_by = "user".tenant_id
  else ${hasTheStepsWanted} and not ${isClosedToPasswords} end)`
