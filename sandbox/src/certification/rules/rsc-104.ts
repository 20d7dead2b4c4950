import { z } from 'zod'
import { demand, demandSame } from '../demand.ts'
import { listConfigurations, type SeenConfiguration } from '../exam-customers.ts'
import { openJob } from '../exam-jobs.ts'
import type { Exam, Rule } from '../rule.ts'

/** Who sees what: by access lists, or everybody with a seat. Not both, and not nobody. */
const viewerSettings = [
  { name: 'JOB_POSTING_VIEWERS', entityType: 'JOB_POSTING', what: 'jobs' },
  { name: 'APPLICATION_VIEWERS', entityType: 'APPLICATION', what: 'applications' },
] as const

export const rsc104: Rule = {
  id: 'RSC-104',
  title: 'The configuration of the integration is stored at LinkedIn',
  source: 'LinkedIn RSC certification, module 1 (page rsc-cert-module1), rule RSC-104',

  async run(exam) {
    const { recruiter } = exam.driver.people
    await exam.step('The ATS opens a job, so that it shows how it tells who may see one', () =>
      openJob(exam, { team: [{ person: recruiter, role: 'recruiter' }], prospect: 'on' }),
    )
    const all = await listConfigurations(exam)
    const own = all.filter(each => each.clientId === exam.clientId)
    const url = await exam.step('CALLBACK_URL is set, and is the one of this instance', async () => {
      const found = own.filter(each => each.name === 'CALLBACK_URL').map(each => each.value)
      demandSame('the CALLBACK_URL', { expected: [exam.driver.instance.callbackUrl], actual: found })
      return found[0] ?? ''
    })
    await exam.step('It is https, or http to this machine itself', async () => demandSafe(url))
    await exam.step('No other customer has the same one', async () => {
      const others = all.filter(each => each.clientId !== exam.clientId && each.value === url)
      demandSame('the number of other applications with it', { expected: 0, actual: others.length })
    })
    for (const { name, entityType, what } of viewerSettings) {
      await exam.step(`${name} is ALL_PRODUCT_USERS where no access list names ${what}, else absent`, async () =>
        demandViewers(own, { name, hasLists: await hasAccessLists(exam, entityType) }),
      )
    }
  },
}

function demandSafe(url: string): void {
  const { protocol, hostname, port } = new URL(url)
  const isThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const isRight = (protocol === 'https:' && port === '') || (protocol === 'http:' && isThisMachine)
  demand(isRight, { expected: 'it begins with https:// and names no port', actual: `it is ${url}` })
}

const listSchema = z.object({ clientId: z.string(), atsEntityType: z.string() })

async function hasAccessLists({ sandbox, clientId }: Exam, entityType: string): Promise<boolean> {
  const lists = await sandbox.listRecords('entityAcls', listSchema)
  return lists.some(list => list.clientId === clientId && list.atsEntityType === entityType)
}

function demandViewers(
  own: readonly SeenConfiguration[],
  { name, hasLists }: { name: string; hasLists: boolean },
): void {
  const values = own.filter(each => each.name === name).map(each => each.value)
  demandSame(`${name}, ${hasLists ? 'beside access lists' : 'without access lists'},`, {
    expected: hasLists ? [] : ['ALL_PRODUCT_USERS'],
    actual: values,
  })
}
