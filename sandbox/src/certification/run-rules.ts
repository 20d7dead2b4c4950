import { z } from 'zod'
import type { AtsDriver } from './ats-driver.ts'
import { chooseRules, executableRules } from './executable-rules.ts'
import { holdExam, type RuleResult } from './hold-exam.ts'
import type { Rule } from './rule.ts'
import { openSandboxControl, type SandboxControl } from './sandbox-control.ts'

export interface RunOptions {
  readonly sandboxUrl: string
  readonly driver: AtsDriver
  /** Ids; none means all. */
  readonly ids?: readonly string[]
  /** Those to choose from. */
  readonly rules?: readonly Rule[]
  /** How long to wait for what the ATS should do by itself. */
  readonly patienceMs?: number
  readonly onResult?: (result: RuleResult) => void
}

const PATIENCE_MS = 20_000

/** Tries the chosen rules one after the other. A broken rule does not keep the others from being tried. */
export async function runRules(options: RunOptions): Promise<readonly RuleResult[]> {
  const { driver, ids = [], rules = executableRules, patienceMs = PATIENCE_MS } = options
  const chosen = chooseRules(ids, rules)
  const sandbox = openSandboxControl(options.sandboxUrl)
  const clientId = await findClientId(sandbox, driver)
  const results: RuleResult[] = []
  for (const rule of chosen) {
    const result = await holdExam({ driver, sandbox, clientId, patienceMs }, rule)
    results.push(result)
    options.onResult?.(result)
  }
  return results
}

const applicationSchema = z.object({ clientId: z.string(), kind: z.string(), uniqueForeignId: z.string() })

/** The application under examination as the sandbox knows it, whichever way the driver names it. */
export async function findClientId(sandbox: SandboxControl, { instance }: AtsDriver): Promise<string> {
  const wanted = instance.application
  const applications = await sandbox.listRecords('applications', applicationSchema)
  const customers = applications.filter(application => application.kind === 'child')
  const found = customers.find(application =>
    'clientId' in wanted
      ? application.clientId === wanted.clientId
      : application.uniqueForeignId === wanted.uniqueForeignId,
  )
  if (found) return found.clientId
  throw new Error(
    `The sandbox at ${sandbox.url} has no customer application ${Object.values(wanted)[0]}. ` +
      'Set up the connection in your ATS first, against this sandbox.',
  )
}
