// npm run reliability -- --kills 20 [--database postgres] [--seed 7]
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { askSandbox } from '../demo/sandbox-control.ts'
import { rollFrom } from './dice.ts'
import type { Place } from './drive.ts'
import { carryOut } from './drive.ts'
import { History } from './history.ts'
import type { Verdict, World } from './judge.ts'
import { judge } from './judge.ts'
import { observe } from './observe.ts'
import type { Round } from './plan.ts'
import { planRounds } from './plan.ts'
import type { Stage } from './stage.ts'
import { setTheStage } from './stage.ts'
import type { Victim } from './victim.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string' },
    root: { type: 'string', default: '.' },
  },
})
const kills = Number(values.kills)
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)

async function run(): Promise<void> {
  const onServer = process.env.LODESTONE_TEST_DATABASE_URL !== undefined
  console.log(
    `${kills} kills, seed ${seed}, ${onServer ? 'PostgreSQL' : 'embedded database'}. The same again: --seed ${seed}`,
  )
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lodestone-reliability-'))
  const history = new History(path.join(folder, 'history.jsonl'))
  const name = `r${seed}`
  const stage = await setTheStage(folder, history, path.resolve(values.root))
  const readyAfterMs: number[] = []
  let importsKilled = 0
  let ats = stage.first
  for (const [index, round] of planRounds(rollFrom(seed), kills, name).entries()) {
    if (round.crashPoint) ats = await restart(ats, stage, round.crashPoint)
    await play(stage.place, round, ats)
    history.note('killed', { kill: index + 1, crashPoint: round.crashPoint })
    if (round.killImportAfterMs !== undefined) {
      const isKilled = await stage.imports.killAfter(round.killImportAfterMs)
      history.note('imported', { isKilled, afterMs: round.killImportAfterMs })
      importsKilled += Number(isKilled)
    }
    ats = await stage.startAts()
    readyAfterMs.push(ats.readyAfterMs)
  }
  const { world, verdicts } = await settleAndJudge(stage.place, name)
  history.note('seen', world)
  await ats.kill()
  verdicts.push(...(await stage.imports.finish()))
  await stage.strike()
  report(verdicts, { readyAfterMs, importsKilled, history, folder })
}

async function restart(ats: Victim, stage: Stage, crashPoint: string): Promise<Victim> {
  await ats.kill()
  return stage.startAts(crashPoint)
}

const AT_ONCE = 4
const CRASHES_WITHIN_MS = 60_000

/** Sends the wishes, a few at a time, and kills the server while some of them are under way. */
async function play(place: Place, { wishes, killAfterAnswers, crashPoint }: Round, ats: Victim): Promise<void> {
  const underWay = new Set<Promise<void>>()
  let answers = 0
  const isTime = () => (crashPoint ? ats.hasEnded() : answers >= killAfterAnswers)
  for (const wish of wishes) {
    if (underWay.size >= AT_ONCE) await Promise.race(underWay)
    if (isTime()) break
    const one = carryOut(place, wish).finally(() => {
      answers++
      underWay.delete(one)
    })
    underWay.add(one)
  }
  if (crashPoint) await untilCrashed(ats, crashPoint)
  else while (!isTime() && underWay.size > 0) await Promise.race(underWay)
  await ats.kill()
  await Promise.all(underWay)
}

async function untilCrashed(ats: Victim, crashPoint: string): Promise<void> {
  const patience = new AbortController()
  await Promise.race([ats.ended, pause(CRASHES_WITHIN_MS, undefined, { signal: patience.signal })])
  patience.abort()
  if (!ats.hasEnded()) throw new Error(`The server never came to ${crashPoint}.`)
}

// A push is repeated five minutes after an attempt that got no answer, by the sandbox's clock.
const REPEAT_MS = 5 * 60_000 + 1_000
// A task that a killed process held is free again after half a minute.
const SETTLED_WITHIN_MS = 120_000

/** Waits until nothing changes for the better any more; what is wrong then is wrong for good. */
async function settleAndJudge(place: Place, name: string): Promise<{ world: World; verdicts: Verdict[] }> {
  const giveUpAt = performance.now() + SETTLED_WITHIN_MS
  await askSandbox(place.sandboxUrl, 'clock', { advanceMs: REPEAT_MS })
  for (;;) {
    const world = await observe(place, name)
    const verdicts = judge(place.history.operations, world)
    const isWell = verdicts.every(verdict => verdict.problem === undefined)
    if (isWell || performance.now() > giveUpAt) return { world, verdicts }
    await pause(1_000)
  }
}

interface Outcome {
  readyAfterMs: number[]
  importsKilled: number
  history: History
  folder: string
}

function report(verdicts: Verdict[], { readyAfterMs, importsKilled, history, folder }: Outcome): void {
  const wrong = verdicts.filter(verdict => verdict.problem !== undefined)
  for (const { about, problem } of wrong) console.log(`WRONG  ${about}: ${problem}`)
  const told = (what: string) => history.operations.filter(operation => operation.told === what).length
  const sorted = readyAfterMs.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  console.log(
    `${history.operations.length} operations: ${told('done')} done, ${told('notDone')} refused, ${told('unknown')} unknown. Imports killed: ${importsKilled}. ` +
      `Ready again after ${median} ms (median), ${sorted.at(-1) ?? 0} ms (longest).`,
  )
  if (wrong.length > 0) console.log(`What was asked, told and seen: ${path.join(folder, 'history.jsonl')}`)
  else rmSync(folder, { recursive: true })
  console.log(`${verdicts.length - wrong.length} passed, ${wrong.length} failed`)
  process.exitCode = wrong.length > 0 || verdicts.length === 0 ? 1 : 0
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exit(1)
}
