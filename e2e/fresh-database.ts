import path from 'node:path'
import pg from 'pg'

interface FreshDatabase {
  settings: Record<string, string>
  drop(): Promise<void>
}

/** Embedded in the folder, or on the server of LODESTONE_TEST_DATABASE_URL under a name of its own. */
export async function freshDatabase(folder: string): Promise<FreshDatabase> {
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  if (!server) return { settings: {}, drop: async () => undefined }
  const name = path.basename(folder).toLowerCase().replaceAll('-', '_')
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const key = Buffer.alloc(32, 'e2e').toString('base64')
  return {
    settings: { LODESTONE_DATABASE_URL: url.href, LODESTONE_ENCRYPTION_KEYS: `e2e:${key}` },
    drop: () => onServer(server, `drop database ${name} with (force)`),
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
