import type { WidgetWindow } from '@lodestone/sandbox/certification/widget-window'
import type { Frame } from 'playwright-core'
import { openAts } from './ats-window.ts'
import { launchBrowser } from './browser.ts'
import type { World } from './world.ts'

/** The tab LinkedIn of a candidate, in a browser of its own. */
export async function openWidgetWindow(world: World, email: string, candidateId: string): Promise<WidgetWindow> {
  const browser = await launchBrowser()
  const { page } = await openAts(world, browser, { email })
  await page.goto(`${world.atsUrl}/candidates/${candidateId}?tab=linkedin`)
  const linkedIn = page.frameLocator('iframe').frameLocator('iframe')
  return {
    frame: {
      count: selector => linkedIn.locator(selector).filter({ visible: true }).count(),
      readText: async selector => (await linkedIn.locator(selector).first().textContent()) ?? '',
      fill: (selector, text) => linkedIn.locator(selector).fill(text),
      press: selector => linkedIn.locator(selector).filter({ visible: true }).first().click(),
    },
    reload: async () => void (await page.reload()),
    measure: async width => {
      await page.setViewportSize({ width, height: 844 })
      const ours = page.mainFrame().childFrames()[0]
      const theirs = ours?.childFrames()[0]
      return Promise.all([page.mainFrame(), ours, theirs].flatMap(each => (each ? measureDocument(each) : [])))
    },
    close: () => browser.close(),
  }
}

function measureDocument(frame: Frame) {
  return frame.evaluate(() => {
    const { clientWidth, scrollWidth, clientHeight, scrollHeight } = document.documentElement
    const next = document.querySelector('iframe')
    const [box, parent] = [next?.getBoundingClientRect(), next?.parentElement?.getBoundingClientRect()]
    return {
      width: clientWidth,
      scrollWidth,
      height: clientHeight,
      scrollHeight,
      frame:
        box && parent ? { left: box.left, right: box.right, parentLeft: parent.left, parentRight: parent.right } : null,
    }
  })
}
