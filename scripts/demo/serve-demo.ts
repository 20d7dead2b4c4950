// What npm start runs beside the sandbox: the ATS, with the demo world on an empty database.
import { startApp } from '../../app/src/main.ts'
import { readConfig } from '../../app/src/platform/config.ts'
import { belgie, demoPassword, emailOf, nederland, polderlogistiek } from './demo-people.ts'
import { askSandbox } from './sandbox-control.ts'
import { readDemoState, seedDemo } from './seed-demo.ts'
import { tellWhatToTry } from './what-to-try.ts'

const settings = readConfig(process.env)
const sandboxUrl = settings.linkedin.wwwUrl

interface Credentials {
  parentApplication: { clientId: string; clientSecret: string }
}

try {
  await serveDemo()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function serveDemo(): Promise<void> {
  const { parentApplication } = await askSandbox<Credentials>(sandboxUrl, 'credentials')
  const running = await startApp({
    ...settings,
    demo: true,
    demoSignIns: { password: demoPassword, people: demoPeople() },
    linkedin: {
      ...settings.linkedin,
      parentClientId: settings.linkedin.parentClientId ?? parentApplication.clientId,
      parentClientSecret: settings.linkedin.parentClientSecret ?? parentApplication.clientSecret,
    },
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)))
  }
  const state = await readDemoState(running.app)
  if (state === 'begun') {
    await running.stop()
    throw new Error(
      `The demo world was not filled to the end last time. ${howToBeginAgain()}, then run npm start again.`,
    )
  }
  if (state === 'empty') {
    console.log('Filling the demo world…')
    await seedDemo(running.app, sandboxUrl)
  }
  tellWhatToTry({ atsUrl: running.url, sandboxUrl })
}

function howToBeginAgain(): string {
  return settings.databaseUrl ? 'Empty the database' : `Delete the folder ${settings.dataDir}`
}

/** Each person once, though some work in two instances. */
function demoPeople() {
  const people = [nederland, belgie, polderlogistiek].flatMap(instance =>
    instance.users.map(user => ({
      name: `${user.firstName} ${user.lastName}`,
      email: emailOf(user, instance.emailDomain),
      what: user.what,
    })),
  )
  const once = new Map(people.toReversed().map(person => [person.email, person]))
  return [...once.values()].toSorted((a, b) => rank(a.what) - rank(b.what))
}

function rank(what: string): number {
  return what.includes('Start here') ? 0 : 1
}
