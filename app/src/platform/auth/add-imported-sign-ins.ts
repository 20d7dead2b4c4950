import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'

/**
 * Sign-ins of people who come in by an import, from a JSON list of `{ email, signIn: { name, language, theme } }`. They have
 * no password, so they open nothing until their people get one. Whoever signs in here already keeps everything.
 */
export async function addImportedSignIns(tx: Tx, people: string): Promise<void> {
  await sql`
    insert into sign_in (id, name, email, language, theme, created_at, updated_at)
    select 'sign_' || gen_random_uuid(), r."signIn" ->> 'name', r.email, r."signIn" ->> 'language', r."signIn" ->> 'theme',
      now(), now()
    from jsonb_to_recordset(${people}::jsonb) r (email text, "signIn" jsonb) where r."signIn" is not null
    on conflict (email) do nothing`.execute(tx)
}
