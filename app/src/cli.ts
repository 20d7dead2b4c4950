import { Command } from 'commander'
import { findFindings } from './doctor.ts'
import { openDatabase, startApp } from './main.ts'
import { readConfig } from './platform/config.ts'
import { migrate } from './platform/db/migrate.ts'
import { migrationsFolder } from './platform/paths.ts'

// A stop that hangs must not keep a process that its supervisor wants gone.
const EXIT_WITHIN_MS = 10_000

const program = new Command('lodestone').description('Lodestone, the applicant tracking system.')

program.command('serve').description('starts the server').action(serve)
program.command('migrate').description('brings the database up to date').action(migrateOnce)
program.command('doctor').description('checks settings, database, key and the way to LinkedIn').action(examine)

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function serve(): Promise<void> {
  const running = await startApp(readConfig(process.env))
  const stop = () => {
    setTimeout(() => process.exit(1), EXIT_WITHIN_MS).unref()
    running.stop().then(
      () => process.exit(0),
      error => {
        running.app.log.error({ err: error }, 'the stop failed')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
}

async function migrateOnce(): Promise<void> {
  const db = await openDatabase(readConfig(process.env))
  try {
    const done = await migrate(db, migrationsFolder)
    console.log(done.length > 0 ? `Done: ${done.join(', ')}.` : 'The database is up to date already.')
  } finally {
    await db.close()
  }
}

async function examine(): Promise<void> {
  const findings = await findFindings(process.env, fetch)
  for (const { isGood, sentence } of findings) console.log(`${isGood ? 'good ' : 'WRONG'}  ${sentence}`)
  const wrong = findings.filter(finding => !finding.isGood).length
  console.log(wrong === 0 ? 'Everything is in order.' : `${wrong} of ${findings.length} checks found something wrong.`)
  process.exitCode = wrong === 0 ? 0 : 1
}
