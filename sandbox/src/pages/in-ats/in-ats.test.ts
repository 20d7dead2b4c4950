import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportCandidate } from '../../behaviours/exports.ts'
import { organization } from '../../testing/customer.ts'
import { type InAtsWorld, startInAtsWorld } from '../../testing/in-ats-world.ts'
import {
  aCandidate,
  candidateNotesOf,
  deleteCandidates,
  deleteParts,
  putCandidates,
  putParts,
} from '../../testing/synced.ts'
import { type PageVisitor, startVisitor } from '../testing/page-visitor.ts'

let world: InAtsWorld
let visitor: PageVisitor
beforeEach(async () => {
  world = await startInAtsWorld()
  visitor = startVisitor(world.running.url)
  await visitor.signIn('sanne-de-wit')
})
afterEach(() => world.stop())

const profile = '/talent/profile/lotte-verbeek'
const namesIn = (html: string) => [...html.matchAll(/class="result-name"[^>]*>([^<]+)</g)].map(match => match[1])

/** The section as one reads it, or an empty text. */
async function readSection(query = '', who = visitor): Promise<string> {
  const { text } = await who.get(`${profile}${query}`)
  return /In-ATS From .*?(?= Messages )/.exec(text)?.[0] ?? ''
}

describe('on the profile', () => {
  test('jobs with their current status and the dated way there, and the person as the ATS has her', async () => {
    await world.openToAll()
    const section = await readSection()
    expect(section).toContain('From Lodestone - Tulpenveld, Tulpenveld BV · read only')
    expect(section).toContain('Jobs & statuses Interview feedback (1) Notes (2)')
    expect(section).toMatch(
      /Data engineer TV-1012 Current status: Screen Application 13 Aug 2026 Screen 23 Aug 2026 Source: LinkedIn/,
    )
    expect(section).toMatch(
      /Integration developer TV-0968 Current status: Not selected Application 4 Feb 2026 .*Withdrew/,
    )
    expect(section).toContain('This person in Lodestone - Tulpenveld Name Lotte Verbeek')
    expect(section).toContain('Backend engineer, Windhoek')
    expect(section).toContain('View in Lodestone - Tulpenveld')
    const { html } = await visitor.get(profile)
    expect(html).toContain('href="https://hiring.tulpenveld.example/candidates/C-1" target="_blank"')
    expect(html).not.toMatch(/<form[^>]*in-ats/)
  })

  test('submitted feedback, and notes on the application and on the person, each with who and when', async () => {
    await world.openToAll()
    expect(await readSection('?in-ats=feedback')).toMatch(
      /Joris Smit Integration developer · 24 Feb 2026 On site Calm under pressure\. Planning 5\/5/,
    )
    const notes = await readSection('?in-ats=notes')
    expect(notes).toMatch(/Ilse Bakker About the person · 25 Aug 2026 Available from March\./)
    expect(notes).toMatch(/Ilse Bakker Data engineer · 24 Aug 2026 Knows queues\./)
    expect(notes.indexOf('Available')).toBeLessThan(notes.indexOf('Knows queues'))
  })

  test('the tab stands in the address and keeps the search that the profile was opened from', async () => {
    await world.openToAll()
    const page = await visitor.get(`${profile}?q=lotte&n=1&in-ats=notes`)
    const addresses = [...page.html.matchAll(/<a href="([^"]+)"[^>]*>(?:Jobs|Interview|Notes)/g)].map(([, each]) =>
      each?.replaceAll('&amp;', '&'),
    )
    expect(addresses).toEqual([
      `${profile}?q=lotte&n=1#in-ats`,
      `${profile}?q=lotte&n=1&in-ats=feedback#in-ats`,
      `${profile}?q=lotte&n=1&in-ats=notes#in-ats`,
    ])
    expect(page.html).toMatch(/in-ats=notes#in-ats" aria-current="true"/)
  })

  test('only what the job lists of this recruiter open', async () => {
    world.assign('sanne-de-wit', 'TV-1012')
    const section = await readSection()
    expect(section).toContain('Data engineer TV-1012')
    expect(section).not.toContain('Integration developer')
    expect(section).toContain('Interview feedback Notes (2)')
    expect(await readSection('?in-ats=feedback')).toContain('No interview feedback was shared yet.')
    const colleague = startVisitor(world.running.url)
    await colleague.signIn('joris-hoekstra')
    expect(await readSection('', colleague)).toBe('')
  })

  test('an exported person of whom nothing is shared is waited for, whoever nobody exported has no section', async () => {
    await deleteCandidates(world.customer, 'C-1')
    expect(await readSection()).toBe('')
    world.assign('sanne-de-wit', 'TV-1012')
    exportCandidate(world.running.sandbox, {
      recruiterMemberId: 'sanne-de-wit',
      clientId: world.customer.clientId,
      integrationContext: organization,
      memberId: 'lotte-verbeek',
      externalJobPostingId: 'TV-1012',
    })
    expect(await readSection()).toContain('Nothing shared yet: candidates appear once they are past Prospect')
    const colleague = startVisitor(world.running.url, 'nl')
    await colleague.signIn('joris-hoekstra')
    expect((await colleague.get(profile)).text).not.toContain('Nog niets gedeeld')
    world.assign('joris-hoekstra', 'TV-1012')
    expect((await colleague.get(profile)).text).toContain('Nog niets gedeeld: kandidaten verschijnen')
  })

  test('notes go first, then the person: RSC-501', async () => {
    await world.openToAll()
    await deleteParts(world.customer, candidateNotesOf('C-1'), 'N-9')
    expect(await readSection('?in-ats=notes')).not.toContain('Available from March')
    await deleteCandidates(world.customer, 'C-1')
    expect(await readSection()).toBe('')
  })

  test('what was changed is shown, and the markup of a text is text', async () => {
    await world.openToAll()
    await putParts(world.customer, candidateNotesOf('C-1'), { 'N-9': { note: '<b>Bold</b> & bright' } })
    const { html } = await visitor.get(`${profile}?in-ats=notes`)
    expect(html).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; bright')
    expect(await readSection('?in-ats=notes')).toContain('Author not named')
  })

  test('an address that no browser should open becomes no link', async () => {
    await world.openToAll()
    const { emailAddresses } = world.running.store.members.get('lotte-verbeek')
    await putCandidates(world.customer, {
      'C-1': aCandidate({
        emailAddresses: emailAddresses.map(({ address }) => address),
        externalProfileUrl: 'javascript:alert(1)',
      }),
    })
    const { html, text } = await visitor.get(profile)
    expect(html).not.toContain('javascript:')
    expect(text).not.toContain('View in Lodestone')
  })

  test('two records of one person are two cards', async () => {
    await world.openToAll()
    const { emailAddresses } = world.running.store.members.get('lotte-verbeek')
    await putCandidates(world.customer, {
      'C-2': aCandidate({
        emailAddresses: emailAddresses.map(({ address }) => address),
        atsLastModifiedAt: 1_735_862_400_001,
        middleInitial: 'X',
        doNotContact: true,
      }),
    })
    const { html, text } = await visitor.get(profile)
    expect(html.match(/id="in-ats-heading-\d"/g)).toEqual(['id="in-ats-heading-1"', 'id="in-ats-heading-2"'])
    expect(text).toContain('Lotte X Verbeek')
    expect(text).toContain('Do not contact')
    expect(text.indexOf('No application was shared')).toBeLessThan(text.indexOf('Data engineer TV-1012'))
  })
})

test('the inspector shows what was synced, without a sign-in', async () => {
  const page = await startVisitor(world.running.url).get('/talent/inspector')
  expect(page.text).toContain('A-1 Lotte Verbeek C-1 TV-1012 Screen 2 stages, 0 feedback, 1 notes')
  expect(page.text).toContain('A-2 Lotte Verbeek C-1 TV-0968 Not selected 3 stages, 1 feedback, 0 notes')
})

describe('in search', () => {
  test('a mark with the latest status, a spotlight and a filter', async () => {
    await world.openToAll()
    const page = await visitor.get('/talent/search?q=lotte+verbeek')
    expect(namesIn(page.html)).toEqual(['Lotte Verbeek', 'Lotte Verbeek'])
    expect(page.text).toContain('In your ATS: 1')
    expect(page.text.match(/In ATS Data engineer: Screen/g)).toHaveLength(1)
    const inside = await visitor.get('/talent/search?q=lotte+verbeek&inAts=yes')
    expect(inside.html).toContain('/talent/profile/lotte-verbeek?q=lotte+verbeek&amp;inAts=yes&amp;n=1')
    expect(inside.text).toContain('1 person')
    expect(inside.html).toContain('<option value="yes" selected="">In ATS</option>')
    const outside = await visitor.get('/talent/search?q=lotte+verbeek&inAts=no')
    expect(namesIn(outside.html)).toHaveLength(1)
    expect(outside.text).not.toContain('Data engineer: Screen')
  })

  test('the walk through such a search stays in it', async () => {
    await world.openToAll()
    const page = await visitor.get(`${profile}?q=lotte+verbeek&inAts=yes&n=1`)
    expect(page.text).toContain('1 of 1')
    expect(page.html).toContain('aria-label="Back to Lotte verbeek, In ATS"')
    await visitor.get('/talent/search?inAts=yes')
    expect((await visitor.get('/talent/home')).text).toContain('In ATS 1 person')
  })

  test('nothing of it for a recruiter who may see nobody there', async () => {
    const page = await visitor.get('/talent/search?q=lotte+verbeek')
    expect(page.text).not.toContain('In your ATS')
    expect(page.html).not.toContain('in-ats-mark')
    expect((await visitor.get('/talent/search?inAts=yes')).text).toContain('Nobody found')
  })
})
