import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

const usualUrl = 'postgres://postgres@127.0.0.1:5432/postgres'

/**
 * The address of a server on which the tests may make roles and databases: LODESTONE_TEST_POSTGRES_URL, else a server
 * that lets postgres in without a password on this machine, else one of our own that lives as long as this process.
 *
 * @returns {Promise<string>}
 */
export async function ensurePostgres() {
  const named = process.env.LODESTONE_TEST_POSTGRES_URL
  if (named) {
    const problem = await findProblem(named)
    if (problem) throw new Error(`LODESTONE_TEST_POSTGRES_URL names a server that cannot be used: ${problem}`)
    return named
  }
  return (await findProblem(usualUrl)) ? startOwnServer() : usualUrl
}

/** @param {string} url @returns {Promise<string | undefined>} */
async function findProblem(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(
      "select rolsuper, current_setting('server_version_num')::int as version from pg_roles where rolname = current_user",
    )
    if (!rows[0].rolsuper) return 'its user is no superuser, and the tests make roles and databases of their own.'
    return rows[0].version < 150_000 ? 'it is older than PostgreSQL 15.' : undefined
  } catch (error) {
    return error instanceof Error ? error.message || String(error) : String(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

export async function startOwnServer() {
  const programs = findPrograms() ?? installPrograms()
  const owner = findOwner()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lodestone-postgres-'))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const initdb = ['-D', folder, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const made = spawnSync(path.join(programs, 'initdb'), initdb, { ...owner, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`${made.stderr}\ninitdb failed, so there is no PostgreSQL for the tests.`)

  const port = await findFreePort()
  // Nothing here outlives the tests, so nothing needs to reach the disk.
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
  }
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...owner, cwd: folder, stdio: 'ignore' },
  )
  process.on('exit', () => {
    server.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await waitForServer(url)
  // The tests decide how long the server lives, not the server how long they do.
  server.unref()
  return url
}

/** @returns {string | undefined} the folder with initdb and postgres */
function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter(version => version >= 15)
    : []
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...versions.sort((a, b) => b - a).map(version => path.join(debian, String(version), 'bin')),
  ]
  return folders.find(folder => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')))
}

function installPrograms() {
  const whatToDo = 'install PostgreSQL 15 or newer, or set LODESTONE_TEST_POSTGRES_URL to a server’s superuser.'
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    throw new Error(`The database tests need PostgreSQL and none was found: ${whatToDo}`)
  }
  console.log('Installing Debian’s PostgreSQL for the database tests.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const parameters of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', parameters, { env, encoding: 'utf8', maxBuffer: 100_000_000 })
    if (status !== 0)
      throw new Error(`${stderr}\napt-get ${parameters[0]} failed, so there is no PostgreSQL: ${whatToDo}`)
  }
  const found = findPrograms()
  if (!found) throw new Error(`Debian’s package postgresql brought no server of version 15 or newer: ${whatToDo}`)
  return found
}

/** PostgreSQL refuses to run as root, so it then runs as the user that its package made. */
function findOwner() {
  if (process.getuid?.() !== 0) return undefined
  const ask = flag => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: ask('-u'), gid: ask('-g') }
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** @param {string} url */
async function waitForServer(url) {
  const giveUpAt = Date.now() + 30_000
  for (;;) {
    const problem = await findProblem(url)
    if (!problem) return
    if (Date.now() > giveUpAt) throw new Error(`The PostgreSQL server for the tests did not start: ${problem}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
