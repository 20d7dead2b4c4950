import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { demoPassword } from '../scripts/demo/demo-people.ts'
import { askSandbox } from '../scripts/demo/sandbox-control.ts'
import type { Place } from '../scripts/reliability/drive.ts'
import { History } from '../scripts/reliability/history.ts'
import { setTheStage } from '../scripts/reliability/stage.ts'
import { Caller } from './caller.ts'
import type { BoardAnswer } from './lists.ts'
import type { Figures } from './statistics.ts'
import { toFigures } from './statistics.ts'
import { expectSame } from './workload.ts'

/** From the click on Export in LinkedIn to the card on a board that somebody has open, one after another. */
export async function measureExports(root: string, folder: string, count: number): Promise<Figures> {
  const stage = await setTheStage(folder, new History(path.join(folder, 'history.jsonl')), root)
  const caller = new Caller(stage.atsUrl)
  try {
    await caller.signIn({ email: stage.place.recruiterEmail, password: demoPassword })
    const live = await caller.open({ method: 'GET', address: '/live' })
    const timesMs: number[] = []
    const begin = performance.now()
    for (let number = 0; number < count; number++) {
      const send = await prepareExport(stage.place, `measured-${number}`)
      const startedAt = performance.now()
      await Promise.all([untilOnBoard(caller, live, stage.place.job.id, `measured-${number}`), send()])
      timesMs.push(performance.now() - startedAt)
    }
    await expectAllOnce(caller, stage.place.job.id, count)
    live.destroy()
    return toFigures(timesMs, (performance.now() - begin) / 1000)
  } finally {
    caller.close()
    await stage.first.kill()
    await stage.strike()
  }
}

async function prepareExport({ sandboxUrl, template, job, tenantId, recruiterEmail }: Place, memberId: string) {
  await askSandbox(sandboxUrl, 'members', {
    ...template,
    memberId,
    firstName: 'Measured',
    lastName: memberId,
    signInEmail: `${memberId}@example.com`,
    publicProfileUrl: `https://www.linkedin.com/in/${memberId}`,
  })
  const wish = { recruiterEmail, memberId, uniqueForeignId: tenantId, externalJobPostingId: job.reference }
  return () => askSandbox(sandboxUrl, 'exports', wish)
}

/** As an open board does: it hears that something happened to the job, and asks for the cards again. */
async function untilOnBoard(caller: Caller, live: IncomingMessage, jobId: string, name: string): Promise<void> {
  const isThere = async () => (await cardsOf(caller, jobId)).some(card => card.name.endsWith(name))
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      if (!chunk.toString().includes(jobId)) return
      isThere().then(
        found => found && done(resolve),
        error => done(() => reject(error)),
      )
    }
    const done = (end: () => void) => {
      clearTimeout(patience)
      live.off('data', hear)
      end()
    }
    const patience = setTimeout(
      () => done(() => reject(new Error(`The export of ${name} was not on the board within ${PATIENCE_MS} ms.`))),
      PATIENCE_MS,
    )
    live.on('data', hear)
  })
}

const PATIENCE_MS = 30_000

async function expectAllOnce(caller: Caller, jobId: string, count: number): Promise<void> {
  const names = (await cardsOf(caller, jobId)).map(card => card.name).filter(name => name.startsWith('Measured '))
  const expected = Array.from({ length: count }, (_, number) => `Measured measured-${number}`)
  expectSame('exported cards', names.toSorted(), expected.toSorted())
}

async function cardsOf(caller: Caller, jobId: string) {
  const { stages } = await caller.read<BoardAnswer>(`/jobs/${jobId}/board`)
  return stages.flatMap(stage => stage.cards)
}
