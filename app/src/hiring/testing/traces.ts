import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'

/** The tables of this company in which one of these words stands anywhere, whoever may see the row. */
export async function tracesOf(app: App, tenantId: string, words: readonly string[]): Promise<string[]> {
  return app.db.transactAsOwner(async tx => {
    const tables = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`.execute(tx)
    const found: string[] = []
    for (const { name } of tables.rows) {
      const answer = await sql`
        select from ${sql.table(name)} r where r.tenant_id = ${tenantId}
          and to_jsonb(r)::text ilike any(${words.map(word => `%${word}%`)}::text[]) limit 1`.execute(tx)
      if (answer.rows.length > 0) found.push(name)
    }
    return found
  })
}
