import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '../scripts/reliability/stage.ts'
import type { Victim } from '../scripts/reliability/victim.ts'
import { startVictim } from '../scripts/reliability/victim.ts'
import { usageOf } from './process-usage.ts'
import { caller, type World } from './world.ts'
import { digestOfMigrations, writeWorld } from './write-world.ts'

export interface ImportFigures {
  rows: number
  seconds: number
  highestMemoryMb: number
  at: string
}

/** One database with the world in it, imported by the product's own command, and copied for each run. */
export interface Installation {
  imported: ImportFigures
  database: { url: string } | { dataDir: string }
  start(): Promise<{ server: Victim; url: string }>
  remove(): Promise<void>
}

interface Place {
  root: string
  /** A server on which databases may be made; without one, embedded. */
  serverUrl?: string | undefined
  /** Import anew, even where the world lies ready from an earlier run. */
  fresh: boolean
}

export async function prepareInstallation(world: World, place: Place): Promise<Installation> {
  const folder = path.join(place.root, '.lodestone-bench')
  const kind = place.serverUrl ? 'postgres' : 'embedded'
  const name = `${world.candidates}_${await digestOfMigrations()}`
  const base = path.join(folder, kind, name)
  const figures = path.join(base, 'imported.json')
  const isReady = existsSync(figures) && (await hasDatabase(place, `lodestone_bench_${name}`))
  if (place.fresh || !isReady) {
    await rm(base, { recursive: true, force: true })
    await mkdir(base, { recursive: true })
    const database = await makeDatabase(place, `lodestone_bench_${name}`)
    const env = environment(base, database?.url)
    await writeFile(figures, JSON.stringify(await bringIn(world, { root: place.root, base, env })))
  }
  const run = path.join(folder, `run-${process.pid}`)
  await cp(base, run, { recursive: true })
  const copy = await makeDatabase(place, `lodestone_bench_run_${process.pid}`, `lodestone_bench_${name}`)
  return {
    imported: JSON.parse(await readFile(figures, 'utf8')),
    database: copy ? { url: copy.url } : { dataDir: path.join(run, 'database') },
    start: () => serve(place.root, run, environment(run, copy?.url)),
    remove: async () => {
      await copy?.drop()
      await rm(run, { recursive: true, force: true })
    },
  }
}

function environment(folder: string, url: string | undefined): Record<string, string> {
  return {
    LODESTONE_DATA_DIR: folder,
    LODESTONE_DATABASE_URL: url ?? '',
    LODESTONE_ENCRYPTION_KEYS: url ? `bench:${randomBytes(32).toString('base64')}` : '',
    LODESTONE_PASSWORD: caller.password,
  }
}

async function bringIn(
  world: World,
  { root, base, env }: { root: string; base: string; env: Record<string, string> },
): Promise<ImportFigures> {
  const lines = path.join(base, 'lines')
  const rows = await writeWorld(world, lines)
  const cli = path.join(root, 'app/dist/cli.js')
  const startedAt = performance.now()
  const highestMemoryMb = await runCommand(cli, ['import', lines], env)
  const seconds = (performance.now() - startedAt) / 1000
  await rm(lines, { recursive: true })
  await runCommand(cli, ['set-password', '--email', caller.email], env)
  return { rows, seconds, highestMemoryMb, at: new Date().toISOString() }
}

const LOOK_EVERY_MS = 200

/** Answers how much memory it took at the most. */
async function runCommand(cli: string, parameters: string[], env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [cli, ...parameters], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  let highest = 0
  const look = setInterval(() => {
    highest = Math.max(highest, usageOf(child.pid ?? 0).highestMemoryMb || 0)
  }, LOOK_EVERY_MS)
  const code = await new Promise(resolve => child.once('close', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`lodestone ${parameters[0]} ended with code ${code}. Its words are above.`)
  return highest
}

async function serve(root: string, folder: string, env: Record<string, string>) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = await startVictim({
    file: path.join(root, 'app/dist/cli.js'),
    parameters: ['serve'],
    env: { ...env, LODESTONE_PORT: String(port), LODESTONE_PUBLIC_URL: url },
    readyUrl: `${url}/readyz`,
    logFile: path.join(folder, 'lodestone.log'),
  })
  return { server, url }
}

async function makeDatabase({ serverUrl }: Place, name: string, template?: string) {
  if (!serverUrl) return undefined
  const drop = () => ask(serverUrl, `drop database if exists ${name} with (force)`)
  await drop()
  await ask(serverUrl, `create database ${name}${template ? ` template ${template}` : ''}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop }
}

/** On a server somebody may have deleted it meanwhile; the embedded one lies in the folder itself. */
async function hasDatabase({ serverUrl }: Place, name: string): Promise<boolean> {
  if (!serverUrl) return true
  return (await ask(serverUrl, `select from pg_database where datname = '${name}'`)) > 0
}

/** Answers how many rows there were. */
async function ask(url: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(statement).finally(() => client.end())
  return rowCount ?? 0
}
