import { startApp } from '../../main.ts'
import { readConfig } from '../../platform/config.ts'

// The whole ATS in a process of its own, for drills that kill it. Its clock can be set ahead, so that a lease that a
// killed process held need not be waited for.
const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0)
const ats = await startApp(readConfig(process.env), { clock: { now: () => new Date(Date.now() + aheadMs) } })
process.once('SIGTERM', () => {
  ats.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
process.send?.('ready')
