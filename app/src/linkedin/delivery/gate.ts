import { sql } from 'kysely'

/**
 * May LinkedIn know this candidate? The rule itself is the database's `may_go_to_linkedin`. The statement that renders what leaves
 * asks as well, so that nothing closes the gate in between. Part of a statement over `candidate c`.
 */
export const isOpen = sql<boolean>`exists (
  select from application_for_linkedin open where open.tenant_id = c.tenant_id and open.candidate_id = c.id)`
