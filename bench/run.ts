// npm run bench -- [--database embedded|postgres] [--candidates 100000] [--users 1,8,32] [--only list,profile] [--out file]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bareEmbedded, bareServer } from './bare.ts'
import { Caller } from './caller.ts'
import { measureExports } from './exports.ts'
import type { Installation } from './installation.ts'
import { prepareInstallation } from './installation.ts'
import type { Line } from './line.ts'
import { describeMachine } from './machine.ts'
import { usageOf } from './process-usage.ts'
import { recordStatements } from './record.ts'
import type { Report } from './report.ts'
import { toTable } from './report.ts'
import { measureApi, measureBare } from './sides.ts'
import type { Statement } from './statements.ts'
import { judge } from './targets.ts'
import type { Workload } from './workload.ts'
import { chooseWorkloads, workloadNames } from './workloads.ts'
import { World } from './world.ts'

const { values: options } = parseArgs({
  options: {
    candidates: { type: 'string', default: '100000' },
    users: { type: 'string', default: '1,8,32' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string' },
    out: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    root: { type: 'string', default: '.' },
  },
})
const only = options.only?.split(',') ?? workloadNames
const users = options.users.split(',').map(Number)
const seconds = Number(options.seconds)
const root = path.resolve(options.root)
const serverUrl = process.env.LODESTONE_TEST_DATABASE_URL

async function run(): Promise<void> {
  const world = new World(Number(options.candidates))
  const installation = await prepareInstallation(world, { root, serverUrl, fresh: options.fresh })
  try {
    const report = await measureAll(world, installation)
    report.lines.push(...(await exportLines()))
    report.judgements = judge(report.lines, world.candidates)
    console.log(`\n${toTable(report)}`)
    if (options.out) writeFileSync(options.out, `${JSON.stringify(report, null, 2)}\n`)
  } finally {
    await installation.remove()
  }
}

async function measureAll(world: World, installation: Installation): Promise<Report> {
  const lines: Line[] = []
  const starts: AtStart[] = []
  for (const workloads of chooseWorkloads(world, only)) {
    const { measured, atStart } = await measureProduct(workloads, installation)
    await addBare(measured, workloads, installation)
    lines.push(...measured)
    starts.push(atStart)
  }
  return {
    database: serverUrl ? 'postgres' : 'embedded',
    candidates: world.candidates,
    applications: world.applications,
    machine: await describeMachine(serverUrl),
    imported: installation.imported,
    readyAfterMs: starts[0]?.readyAfterMs ?? 0,
    memoryAtStartMb: starts[0]?.memoryMb ?? 0,
    lines,
    judgements: [],
  }
}

interface AtStart {
  readyAfterMs: number
  memoryMb: number
}

async function measureProduct(
  workloads: readonly Workload[],
  installation: Installation,
): Promise<{ measured: Line[]; atStart: AtStart }> {
  const { server, url } = await installation.start()
  const caller = new Caller(url)
  const atStart = { readyAfterMs: server.readyAfterMs, memoryMb: usageOf(server.pid).memoryMb }
  const measured: Line[] = []
  try {
    await caller.signIn()
    for (const workload of workloads) {
      await workload.prepare(caller)
      for (const count of users) {
        const figures = await measureApi(workload, { caller, pid: server.pid, users: count, seconds })
        measured.push({ workload: workload.name, users: count, ...figures })
        say(workload.name, count, figures.api.perSecond)
      }
      await workload.settle?.(caller)
    }
  } finally {
    caller.close()
    await server.stop()
  }
  return { measured, atStart }
}

/** After the server has ended, because the embedded database takes one process only. */
async function addBare(lines: Line[], workloads: readonly Workload[], { database }: Installation): Promise<void> {
  const recorded = new Map<string, Statement[][]>()
  for (const workload of workloads) recorded.set(workload.name, await recordStatements(database, workload.samples()))
  const driver =
    'url' in database ? await bareServer(database.url, Math.max(...users)) : await bareEmbedded(database.dataDir)
  try {
    for (const line of lines) {
      line.bare = await measureBare(driver, recorded.get(line.workload) ?? [], { users: line.users, seconds })
      line.ratio = line.api.perSecond / line.bare.perSecond
      say(`${line.workload}, bare`, line.users, line.bare.perSecond)
    }
  } finally {
    await driver.close()
  }
}

const EXPORTS = 40

async function exportLines(): Promise<Line[]> {
  if (!only.includes('export')) return []
  const folder = path.join(root, '.lodestone-bench', `export-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const api = await measureExports(root, folder, EXPORTS)
  rmSync(folder, { recursive: true, force: true })
  return [{ workload: 'export to card', users: 1, api }]
}

function say(what: string, count: number, perSecond: number): void {
  console.error(`${what.padEnd(24)} ${String(count).padStart(2)} users ${perSecond.toFixed(1).padStart(9)} a second`)
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
