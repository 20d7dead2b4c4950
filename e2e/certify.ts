// npm run certify -- [--rules TC6,S-05]: tries the certification rules on Lodestone, in a world of its own.
import { parseArgs } from 'node:util'
import { chooseRules } from '@lodestone/sandbox/certification/executable-rules'
import { countResults, describeResult } from '@lodestone/sandbox/certification/report'
import { runRules } from '@lodestone/sandbox/certification/run-rules'
import { closingLine } from '../scripts/tally.mjs'
import { createLodestoneDriver } from './lodestone-driver.ts'
import { startWorld } from './world.ts'

try {
  closingLine(await certify())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  closingLine({ passed: 0, failed: 1 })
}

async function certify(): Promise<{ passed: number; failed: number }> {
  const { values } = parseArgs({ options: { rules: { type: 'string', default: '' } } })
  const ids = values.rules.split(',')
  chooseRules(ids)
  console.log('Starting Lodestone and the sandbox with the demo world…\n')
  const world = await startWorld()
  try {
    const driver = await createLodestoneDriver(world)
    const onResult = (result: Parameters<typeof describeResult>[0]) => console.log(`${describeResult(result)}\n`)
    return countResults(await runRules({ sandboxUrl: world.sandboxUrl, driver, ids, onResult }))
  } finally {
    await world.stop()
  }
}
