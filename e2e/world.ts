import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type RunningApp, startApp } from '@lodestone/app/main'
import { readConfig } from '@lodestone/app/platform/config'
import { type RunningSandbox, startSandbox } from '@lodestone/sandbox/start-sandbox'
import { demoPassword } from '../scripts/demo/demo-people.ts'
import { askSandbox } from '../scripts/demo/sandbox-control.ts'
import { seedDemo } from '../scripts/demo/seed-demo.ts'
import { freshDatabase } from './fresh-database.ts'

export interface World {
  ats: RunningApp
  atsUrl: string
  sandbox: RunningSandbox
  sandboxUrl: string
  password: string
  /** As an operator gives them to the commands. */
  settings: Record<string, string>
  stop(): Promise<void>
}

/** The ATS, the sandbox and a database of their own, filled with the demo world through the front doors. */
export async function startWorld(more: Record<string, string> = {}): Promise<World> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-e2e-'))
  const database = await freshDatabase(folder)
  const sandbox = await startSandbox({ port: 0, jobTaskDelayMs: 200 })
  const { parentApplication } = await askSandbox<{ parentApplication: { clientId: string; clientSecret: string } }>(
    sandbox.url,
    'credentials',
  )
  const port = await freePort()
  const place = { ...database.settings, LODESTONE_DATA_DIR: folder }
  const settings = readConfig({
    ...place,
    LODESTONE_PORT: String(port),
    LODESTONE_DEMO: 'true',
    LODESTONE_LOG_LEVEL: process.env.LODESTONE_LOG_LEVEL ?? 'silent',
    LINKEDIN_WWW_URL: sandbox.url,
    LINKEDIN_API_URL: sandbox.url,
    LINKEDIN_PLATFORM_URL: sandbox.url,
    LINKEDIN_CLIENT_ID: parentApplication.clientId,
    LINKEDIN_CLIENT_SECRET: parentApplication.clientSecret,
    ...more,
  })
  const ats = await startApp({ ...settings, demoSignIns: { password: demoPassword, people: [] } })
  await seedDemo(ats.app, sandbox.url)
  return {
    ats,
    atsUrl: ats.url,
    sandbox,
    sandboxUrl: sandbox.url,
    password: demoPassword,
    settings: place,
    stop: async () => {
      await ats.stop()
      await sandbox.stop()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** CALLBACK_URL is told to LinkedIn before anything is served, so the port has to be known. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port could be had.')
  return address.port
}
