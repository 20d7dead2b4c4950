import os from 'node:os'
import pg from 'pg'

/** What the figures depend on, and nothing that names the machine. */
export async function describeMachine(serverUrl: string | undefined): Promise<string> {
  const own = `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
  return serverUrl ? `${own}, ${await describeServer(serverUrl)}` : own
}

async function describeServer(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client
    .query(
      "select split_part(current_setting('server_version'), ' ', 1) as version, current_setting('shared_buffers') as buffers, current_setting('fsync') as fsync",
    )
    .finally(() => client.end())
  return `PostgreSQL ${rows[0].version} (shared_buffers ${rows[0].buffers}, fsync ${rows[0].fsync}) on the same cores`
}
