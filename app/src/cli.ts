import { Command } from 'commander'
import { passwordHelp } from './ask-for-password.ts'
import { addBulkCommands } from './bulk-commands.ts'
import { findFindings } from './doctor.ts'
import { openDatabase, startApp } from './main.ts'
import { openInstance } from './open-instance.ts'
import { readConfig } from './platform/config.ts'
import { migrate } from './platform/db/migrate.ts'
import { migrationsFolder } from './platform/paths.ts'
import { setPasswordOf } from './set-password.ts'

// A stop that hangs must not keep a process that its supervisor wants gone.
const EXIT_WITHIN_MS = 10_000

const program = new Command('lodestone').description('Lodestone, the applicant tracking system.')

program.command('serve').description('starts the server').action(serve)
program.command('migrate').description('brings the database up to date').action(migrateOnce)
program
  .command('open-instance')
  .description('opens the first company, its instance and its administrator; what is missing is asked on a terminal')
  .option('--company <name>', 'the company, as people know it')
  .option('--instance <name>', 'tells this instance from the company’s others (default: the company’s name)')
  .option('--job-prefix <letters>', 'stands before the number of every job, such as TV in TV-1042')
  .option('--time-zone <zone>', 'such as Europe/Amsterdam (default)')
  .option('--first-name <name>', 'of the administrator')
  .option('--last-name <name>', 'of the administrator')
  .option('--email <address>', 'of the administrator')
  .option('--another', 'there are companies already, and one more is meant')
  .addHelpText('after', passwordHelp)
  .action(options => openInstance(readConfig(process.env), options))
program
  .command('set-password')
  .description('gives a person a new password and ends the person’s sessions')
  .requiredOption('--email <address>', 'with which the person signs in')
  .addHelpText('after', passwordHelp)
  .action(options => setPasswordOf(readConfig(process.env), options))
addBulkCommands(program, () => readConfig(process.env))
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
