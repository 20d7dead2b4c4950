import type { z } from 'zod'
import type { Answers } from './ask-for-instance.ts'
import { askForInstance } from './ask-for-instance.ts'
import { askForPassword, isTerminal } from './ask-for-password.ts'
import type { NewInstance } from './hiring/instances/instances.shapes.ts'
import { newInstance } from './hiring/instances/instances.shapes.ts'
import { createInstance } from './hiring/instances/instances.ts'
import { withApp } from './operator-app.ts'
import type { Config } from './platform/config.ts'

/** The command `open-instance`: the way into a server that has no company yet. */
export async function openInstance(config: Config, options: Answers & { another?: boolean }): Promise<void> {
  if (config.demo) throw new Error('LODESTONE_DEMO is true: the demo opens companies of its own. Set it to false.')
  const given = isTerminal() ? undefined : toInstance({ ...options, password: await askForPassword() })
  await withApp(config, async app => {
    const people = await app.db.owner.selectFrom('app_user').select('id').limit(1).execute()
    if (people.length > 0 && !options.another) {
      throw new Error(
        'This server has a company already. Its administrators let people in under Admin settings. ' +
          'To open one more company or instance, add --another.',
      )
    }
    const input = given ?? toInstance(await askForInstance(options))
    const { tenantId } = await createInstance(app, input)
    console.log(
      `Opened ${input.instanceName} of ${input.name} (${tenantId}). ` +
        `${input.administrator.email} is its administrator and signs in at ${config.publicUrl}.`,
    )
  })
}

function toInstance(given: Answers & { password: string }): NewInstance {
  const { company, instance, jobPrefix, timeZone, firstName, lastName, email, password } = given
  const outcome = newInstance.safeParse({
    name: company,
    instanceName: instance ?? company,
    jobPrefix,
    timeZone,
    administrator: { firstName, lastName, email, password },
  })
  if (outcome.success) return outcome.data
  throw new Error(`No instance was opened.\n${outcome.error.issues.map(explain).join('\n')}`)
}

const names: Record<string, string> = {
  name: '--company',
  instanceName: '--instance',
  jobPrefix: '--job-prefix',
  timeZone: '--time-zone',
  'administrator.firstName': '--first-name',
  'administrator.lastName': '--last-name',
  'administrator.email': '--email',
  'administrator.password': 'The password',
}

function explain(issue: z.core.$ZodIssue): string {
  const name = names[issue.path.join('.')] ?? issue.path.join('.')
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined
  return `- ${name} ${isMissing ? 'is missing' : `is wrong: ${issue.message}`}`
}
