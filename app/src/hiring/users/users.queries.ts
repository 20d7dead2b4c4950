import { sql } from 'kysely'
import { z } from 'zod'
import type { AppRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import { searchPattern, wordsOf } from '../search/words.ts'
import { INVITATION } from './invitations.ts'
import type { User } from './users.shapes.ts'

export interface UserFilter {
  role?: AppRole | undefined
  active?: boolean | undefined
  /** Each word has to be in the name or the e-mail address. */
  q?: string | undefined
  limit: number
  next?: string | undefined
}

const sortLast = sql<string>`findable(last_name) collate "C"`
const sortFirst = sql<string>`findable(first_name) collate "C"`
const cursor = z.tuple([z.string(), z.string(), z.string()])

/** As in a phone book: by last name, whatever its capitals and accents. */
export async function listUsers(tx: Tx, tenantId: string, filter: UserFilter): Promise<Page<User>> {
  let query = selectUsers(tx, tenantId)
  if (filter.role) query = query.where(sql<boolean>`${filter.role} = any(roles)`)
  if (filter.active !== undefined) query = query.where('active', '=', filter.active)
  for (const word of wordsOf(filter.q ?? '')) {
    query = query.where(
      sql<boolean>`findable(' ' || first_name || ' ' || last_name || ' ' || email) like findable(${searchPattern(word)})`,
    )
  }
  if (filter.next) {
    const [lastName, firstName, id] = decodeCursor(filter.next, cursor)
    query = query.where(sql<boolean>`(${sortLast}, ${sortFirst}, id) > (${lastName}, ${firstName}, ${id})`)
  }
  const rows = await query
    .orderBy(sortLast)
    .orderBy(sortFirst)
    .orderBy('id')
    .limit(filter.limit + 1)
    .execute()
  return toPage(rows, filter.limit, { cursor: row => [row.sort_last, row.sort_first, row.id], item: toUser })
}

export async function getUser(tx: Tx, tenantId: string, userId: string): Promise<User> {
  return toUser(await selectUsers(tx, tenantId).where('id', '=', userId).executeTakeFirstOrThrow())
}

function selectUsers(tx: Tx, tenantId: string) {
  return tx
    .selectFrom('app_user')
    .select(['id', 'first_name', 'last_name', 'email', 'roles', 'active'])
    .select([sortLast.as('sort_last'), sortFirst.as('sort_first')])
    .select(
      sql<User['invitation']>`case when sign_in_id is null then (
        select json_build_object('state', state, 'reason', reason) from mail
        where mail.tenant_id = app_user.tenant_id and user_id = app_user.id and kind = ${INVITATION} and state <> 'dropped'
        order by mail.id desc limit 1) end`.as('invitation'),
    )
    .select(
      sql<boolean>`exists (select from company_account account
        where account.tenant_id = app_user.tenant_id and account.user_id = app_user.id)`.as('companyAccount'),
    )
    .where('tenant_id', '=', tenantId)
}

interface UserRow extends Omit<User, 'firstName' | 'lastName' | 'roles'> {
  first_name: string
  last_name: string
  sort_last: string
  sort_first: string
  roles: string[]
}

function toUser(row: UserRow): User {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    roles: row.roles as AppRole[], // the table's check allows no other words
    active: row.active,
    companyAccount: row.companyAccount,
    invitation: row.invitation,
  }
}
