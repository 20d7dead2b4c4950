// What Recruiter shows of people whom an ATS has shared, in every look and by keys only. The ATS is played by calls on the wire.
import { type InAtsWorld, startInAtsWorld } from '@lodestone/sandbox/testing/in-ats-world'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { recruiter as words } from './labels.ts'
import { looks } from './looks.ts'
import { openRecruiter } from './recruiter-window.ts'

const email = 'sanne.de.wit@tulpenveld.example'

let world: InAtsWorld
let browser: Browser

beforeAll(async () => {
  world = await startInAtsWorld()
  await world.openToAll()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

const open = (look: (typeof looks)[number]) =>
  openRecruiter({ sandboxUrl: world.running.url }, browser, { email, ...look })

describe.each(looks)('$theme, $language, $width px', look => {
  const { inAts, inAtsTabs, inYourAts } = words[look.language]

  test('the section In-ATS of a profile', async () => {
    const window = await open(look)
    const { page } = window
    await page.goto(`${world.running.url}/talent/profile/lotte-verbeek`)
    const section = page.getByRole('region', { name: inAts })
    await section.getByRole('heading', { name: 'Data engineer' }).waitFor()
    await examine(page, 'jobs and statuses')

    await section.getByRole('link', { name: inAtsTabs.feedback }).focus()
    await page.keyboard.press('Enter')
    await section.getByRole('heading', { name: 'Joris Smit' }).waitFor()
    await examine(page, 'interview feedback')

    await section.getByRole('link', { name: inAtsTabs.notes }).focus()
    await page.keyboard.press('Enter')
    await section.getByText('Knows queues.').waitFor()
    await examine(page, 'notes')

    await page.goBack()
    await section.getByRole('heading', { name: 'Joris Smit' }).waitFor()
    await section.getByRole('link', { name: inAtsTabs.jobs }).waitFor()
    expect(window.complaints).toEqual([])
    await window.close()
  })

  test('the mark, the spotlight and the filter of a search', async () => {
    const window = await open(look)
    const { page } = window
    await page.goto(`${world.running.url}/talent/search?q=lotte+verbeek`)
    await page.getByText('Data engineer: Screen').waitFor()
    await examine(page, 'a search with somebody in an ATS')
    await page.getByRole('link', { name: inYourAts }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/inAts=yes/)
    await page.getByText('Data engineer: Screen').waitFor()
    expect(await page.getByRole('link', { name: 'Lotte Verbeek' }).count()).toBe(1)
    await examine(page, 'people in an ATS')
    expect(window.complaints).toEqual([])
    await window.close()
  })
})
