import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { readCredentials } from './control/credentials.ts'
import { type RunningSandbox, startSandbox } from './start-sandbox.ts'

const usage = `sandbox [--port <number>] [--host <address>] [--data-dir <directory> | --forget] [--strict] [--no-challenge] [--job-delay-ms <number>] [--match-delay-ms <number>]
  --strict        refuse what LinkedIn refuses and the sandbox usually allows: CALLBACK_URL over plain http, data-lookup-* attributes
  --no-challenge  accept CALLBACK_URL without validating it
  --forget        keep nothing when it stops`

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env)
  const log = pino({ name: 'sandbox', level: process.env.LODESTONE_LOG_LEVEL ?? 'info' })
  const running = await startSandbox({ ...settings, log })
  console.log(describe(running))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)))
  }
}

function readSettings(args: string[], env: NodeJS.ProcessEnv) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'data-dir': { type: 'string' },
      forget: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      'no-challenge': { type: 'boolean', default: false },
      'job-delay-ms': { type: 'string' },
      'match-delay-ms': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    process.exit(0)
  }
  const dataDir = values['data-dir'] ?? join(env.LODESTONE_DATA_DIR ?? '.lodestone', 'sandbox')
  const jobDelay = values['job-delay-ms']
  const matchDelay = values['match-delay-ms']
  return {
    host: values.host ?? env.LODESTONE_HOST ?? '127.0.0.1',
    port: readNumber('LODESTONE_SANDBOX_PORT', values.port ?? env.LODESTONE_SANDBOX_PORT ?? '4000'),
    dataDir: values.forget ? undefined : dataDir,
    strict: values.strict,
    challenge: !values['no-challenge'],
    ...(jobDelay === undefined ? {} : { jobTaskDelayMs: readNumber('--job-delay-ms', jobDelay) }),
    ...(matchDelay === undefined ? {} : { matchDelayMs: readNumber('--match-delay-ms', matchDelay) }),
  }
}

function readNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Error(`${name} is "${text}", but it must be a whole number, for example 4000.`)
}

function describe({ url, sandbox }: RunningSandbox): string {
  const { parentApplication, people } = readCredentials(sandbox)
  const recruiters = people.filter(person => person.seats.length > 0)
  return [
    `Recruiter sandbox (not LinkedIn): ${url}/talent/home`,
    `Control surface: ${url}/_sandbox/openapi.json`,
    `Parent application: client id ${parentApplication.clientId}, secret at ${url}/_sandbox/credentials`,
    'Sign in (everybody has the password "sandbox"):',
    ...recruiters.map(person => `  ${person.name.padEnd(18)} ${person.email}`),
  ].join('\n')
}
