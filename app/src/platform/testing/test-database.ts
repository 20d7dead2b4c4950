import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Db } from '../db/db.ts'
import { APP_ROLE, openDb } from '../db/db.ts'
import { migrate } from '../db/migrate.ts'
import { migrationsFolder } from '../paths.ts'

let shared: Promise<Db> | undefined

/** One migrated database for all tests of a worker. Tests keep apart by a tenant each. */
export function testDatabase(): Promise<Db> {
  shared ??= openTestDatabase()
  return shared
}

async function openTestDatabase(): Promise<Db> {
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  const db = await openDb(server ? { url: await createDatabase(server), poolSize: 5 } : {})
  await migrate(db, migrationsFolder)
  return db
}

const OWNER = 'lodestone_test_owner'

/** A fresh database owned by a role that row-level security binds as it would in production. */
async function createDatabase(server: string): Promise<string> {
  const name = `lodestone_test_${process.env.VITEST_POOL_ID ?? process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  try {
    // Roles belong to the whole server: workers take turns.
    await admin.query(`select pg_advisory_lock(hashtext('${OWNER}'))`)
    await createRole(admin, APP_ROLE)
    await createRole(admin, OWNER)
    await admin.query(`grant ${APP_ROLE} to ${OWNER}`)
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name} owner ${OWNER}`)
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
