import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Db, DbOptions } from '../db/db.ts'
import { APP_ROLE, openDb } from '../db/db.ts'
import { migrate } from '../db/migrate.ts'
import { migrationsFolder, projectRoot } from '../paths.ts'

let shared: Promise<Db> | undefined
let template: Promise<string> | undefined

/** One migrated database for all tests of a file, embedded for all of a worker. Tests keep apart by a tenant each. */
export function testDatabase(): Promise<Db> {
  shared ??= anotherDatabase('file')
  return shared
}

/** After a file. The embedded one takes seconds to make, so the next file goes on with it. */
export async function leaveTestDatabase(): Promise<void> {
  const left = await shared
  // All tests sign in from one network address.
  if (left?.kind === 'embedded') await left.owner.deleteFrom('sign_in_attempt').execute()
  if (left?.kind !== 'postgres') return
  shared = undefined
  await left.close()
}

/** An empty database where nobody else is: on the server where there is one, else embedded. */
export async function anotherDatabase(purpose: string): Promise<Db> {
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  if (!server) return migrated({})
  template ??= makeTemplate(server)
  const url = await createDatabase(server, purpose, { template: await template })
  return openDb({ url, poolSize: 5 })
}

async function makeTemplate(server: string): Promise<string> {
  const url = await createDatabase(server, 'template')
  await (await migrated({ url })).close()
  return nameOf('template')
}

async function migrated(options: DbOptions): Promise<Db> {
  const db = await openDb(options)
  await migrate(db, migrationsFolder)
  return db
}

// Two trees may be tested on one server at the same time.
const ofThisTree = createHash('sha256').update(projectRoot).digest('hex').slice(0, 8)

const nameOf = (purpose: string) =>
  `lodestone_test_${ofThisTree}_${purpose}_${process.env.VITEST_POOL_ID ?? process.pid}`

const OWNER = 'lodestone_test_owner'

/** The address of a fresh database, owned by a role that row-level security binds as it would in production. */
export async function createDatabase(
  server: string,
  purpose: string,
  { template }: { template?: string } = {},
): Promise<string> {
  const name = nameOf(purpose)
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  try {
    // Roles belong to the whole server: workers take turns.
    await admin.query(`select pg_advisory_lock(hashtext('${OWNER}'))`)
    await createRole(admin, APP_ROLE)
    await createRole(admin, OWNER)
    await admin.query(`grant ${APP_ROLE} to ${OWNER}`)
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name} owner ${OWNER}${template ? ` template ${template}` : ''}`)
    return asOwner(server, name)
  } finally {
    await admin.end()
  }
}

async function createRole(admin: pg.Client, role: string): Promise<void> {
  const { rows } = await admin.query('select from pg_roles where rolname = $1', [role])
  if (rows.length === 0) await admin.query(`create role ${role} nologin nosuperuser nobypassrls`)
}

function asOwner(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  url.searchParams.set('options', `-c role=${OWNER}`)
  return url.href
}

export interface TestTenant {
  id: string
  name: string
}

/** A company of its own for one test. */
export async function withTenant(db: Db, given: Partial<TenantValues> = {}): Promise<TestTenant> {
  const values = { ...tenantDefaults, ...given, id: randomUUID(), created_at: new Date() }
  await db.transactAsOwner(tx => tx.insertInto('tenant').values(values).execute())
  return { id: values.id, name: values.name }
}

interface TenantValues {
  name: string
  instance_name: string
  job_prefix: string
  edition: 'comprehensive' | 'basic'
  time_zone: string
}

const tenantDefaults: TenantValues = {
  name: 'Tulpenveld BV',
  instance_name: 'Tulpenveld Nederland',
  job_prefix: 'TN',
  edition: 'comprehensive',
  time_zone: 'Europe/Amsterdam',
}
