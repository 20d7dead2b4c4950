import { z } from 'zod'
import { demand, demandSame } from '../demand.ts'
import type { Exam, Rule } from '../rule.ts'

const LOADER_PATH = '/xdoor/scripts/in.js'

export const rsc105: Rule = {
  id: 'RSC-105',
  title: 'The domains that may show the plugins are listed',
  source: 'LinkedIn RSC certification, module 1 (page rsc-cert-module1), rule RSC-105',
  leftOut: 'that a browser draws the plugin: the exam reads the page and asks for the frame without one',

  async run(exam) {
    const page = await exam.step('The ATS shows its page with LinkedIn’s plugin', () => exam.driver.readPluginPage())
    const origin = new URL(page.url).origin
    await exam.step('validJsSdkDomains holds origins only: no path, no slash at the end', async () => {
      const wrong = (await readDomains(exam)).filter(domain => !isOrigin(domain))
      demandSame('the list of entries that are no origins', { expected: [], actual: wrong })
    })
    await exam.step('It holds the origin of that page', async () => {
      const domains = await readDomains(exam)
      demand(domains.includes(origin), {
        expected: `${origin} is in validJsSdkDomains`,
        actual: `it has ${domains.join(', ') || 'no entry'}`,
      })
    })
    const frame = await exam.step("The page has LinkedIn's loader and tag, with the key of this customer", async () =>
      readFrame(exam, page.html),
    )
    await exam.step('LinkedIn draws the plugin on that page', async () => {
      const { status, embeddedBy } = await askForFrame(frame, { clientId: exam.clientId, origin })
      demandSame('the answer and who may show it', { expected: [200, origin], actual: [status, embeddedBy] })
    })
    await exam.step('On a page of another origin LinkedIn draws nothing', async () => {
      const elsewhere = { clientId: exam.clientId, origin: 'https://elsewhere.example' }
      const { status } = await askForFrame(frame, elsewhere)
      demandSame('the answer', { expected: 403, actual: status })
    })
  },
}

const applicationSchema = z.object({ clientId: z.string(), validJsSdkDomains: z.array(z.string()) })

async function readDomains({ sandbox, clientId }: Exam): Promise<readonly string[]> {
  const applications = await sandbox.listRecords('applications', applicationSchema)
  return applications.find(each => each.clientId === clientId)?.validJsSdkDomains ?? []
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

/** The frame's address as the loader would take it from the two tags. */
function readFrame({ sandbox, clientId }: Exam, html: string): string {
  const loader = `${new URL(sandbox.url).origin}${LOADER_PATH}`
  const script = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]*)"[^>]*>([^<]*)<\/script>/g)].find(
    match => match[1] === loader,
  )
  demand(script !== undefined, { expected: `the page has a script tag for ${loader}`, actual: 'it has none' })
  const settings = script[2] ?? ''
  demandSame('its line api_key', { expected: clientId, actual: /^\s*api_key:\s*(\S+)/m.exec(settings)?.[1] ?? null })
  const extension = /^\s*extensions:\s*(\w+)@(\S+)/m.exec(settings)
  const [, name = '', address = ''] = extension ?? []
  demand(html.includes(`type="IN/${name}"`) && name !== '', {
    expected: 'its line extensions names a plugin, and the page has the tag of it',
    actual: name === '' ? 'there is no such line' : `there is no tag of the type IN/${name}`,
  })
  return address
}

async function askForFrame(frame: string, { clientId, origin }: { clientId: string; origin: string }) {
  const url = new URL(frame)
  url.searchParams.set('api_key', clientId)
  url.searchParams.set('origin', origin)
  const answer = await fetch(url)
  await answer.text()
  const policy = answer.headers.get('content-security-policy') ?? ''
  return { status: answer.status, embeddedBy: /frame-ancestors ([^;]+)/.exec(policy)?.[1] ?? null }
}
