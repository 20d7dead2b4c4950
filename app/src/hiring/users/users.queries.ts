import { sql } from 'kysely'
import { z } from 'zod'
import type { AppRole } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/db.ts'
import type { Page } from '../../platform/http/paging.ts'
import { decodeCursor, toPage } from '../../platform/http/paging.ts'
import { searchPattern, wordsOf } from '../search/words.ts'
import type { User } from './users.shapes.ts'

export interface UserFilter {
  role?: AppRole | undefined
  active?: boolean | undefined
  /** Each word has to be in the name or the e-mail address. */
  q?: string | undefined
  limit: number
  next?: string | undefined
}

const cursor = z.tuple([z.string(), z.string(), z.string()])

/** By last name. */
export async function listUsers(tx: Tx, tenantId: string, filter: UserFilter): Promise<Page<User>> {
  let query = tx
    .selectFrom('app_user')
    .select(['id', 'first_name', 'last_name', 'email', 'roles', 'active'])
    .where('tenant_id', '=', tenantId)
  if (filter.role) query = query.where(sql<boolean>`${filter.role} = any(roles)`)
  if (filter.active !== undefined) query = query.where('active', '=', filter.active)
  for (const word of wordsOf(filter.q ?? '')) {
    query = query.where(
      sql<boolean>`findable(' ' || first_name || ' ' || last_name || ' ' || email) like findable(${searchPattern(word)})`,
    )
  }
  if (filter.next) {
    const [lastName, firstName, id] = decodeCursor(filter.next, cursor)
    query = query.where(sql<boolean>`(last_name, first_name, id) > (${lastName}, ${firstName}, ${id})`)
  }
  const rows = await query
    .orderBy('last_name')
    .orderBy('first_name')
    .orderBy('id')
    .limit(filter.limit + 1)
    .execute()
  return toPage(rows, filter.limit, { cursor: row => [row.last_name, row.first_name, row.id], item: toUser })
}

interface UserRow {
  id: string
  first_name: string
  last_name: string
  email: string
  roles: string[]
  active: boolean
}

export function toUser(row: UserRow): User {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    roles: row.roles as AppRole[], // the table's check allows no other words
    active: row.active,
  }
}
