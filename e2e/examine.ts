// What is asked of every page and of everything that opens over it: axe finds nothing, and nothing is wider than the window.
import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

// A menu over the page stands outside its landmarks on purpose.
const outsideLandmarks = ['region']

interface AxeFinding {
  id: string
  help: string
  nodes: { target: unknown[] }[]
}

export async function examine(page: Page, name: string, exempted: string[] = []): Promise<void> {
  // Through the browser's own debugging door: the page's policy forbids any script that is not its own, as it should.
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`)
  const findings = await page.evaluate<AxeFinding[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
    rules: ${JSON.stringify(Object.fromEntries(exempted.map(rule => [rule, { enabled: false }])))},
  }).then(found => found.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target }) => ({ target })) })))`)
  expect(
    findings.map(finding => `${finding.help} ${JSON.stringify(finding.nodes)}`),
    name,
  ).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0)
}

/**
 * Opens every menu and dialog whose opener says that it opens one, examines it, and leaves it by Escape, after which the opener has
 * the focus again. Openers known already, by `seen`, are passed over: a board has a menu on every card.
 */
export async function examineOverlays(page: Page, name: string, seen: Set<string>): Promise<void> {
  for (let opener = await markNextOpener(page, seen); opener; opener = await markNextOpener(page, seen)) {
    seen.add(opener)
    const what = `${opener} on ${name}`
    const control = page.locator('[data-examined]')
    const label = await control.getAttribute('aria-label')
    await control.click()
    const overlay = page.locator('dialog[open], [role="dialog"], [role="menu"]').filter({ visible: true }).first()
    await overlay.waitFor().catch(() => expect.unreachable(`${what} opened nothing`))
    await settle(page)
    await examine(page, what, outsideLandmarks)
    const inner = overlay.locator('[aria-haspopup="dialog"]').filter({ visible: true })
    const dialogs = await inner.count()
    for (let index = 0; index < dialogs; index++) {
      if (index > 0) await drawnAgain(page, control, label).click()
      await inner.nth(index).click()
      const dialog = page.getByRole('dialog').filter({ visible: true }).first()
      await dialog.waitFor()
      await settle(page)
      await examine(page, `dialog ${index + 1} behind ${what}`, outsideLandmarks)
      await leave(page, dialog, `dialog ${index + 1} behind ${what}`)
    }
    if (dialogs > 0) continue
    await leave(page, overlay, what)
    await page.waitForFunction(hasFocus, label).catch(() => expect.unreachable(`${what} did not give the focus back`))
  }
}

/** A menu that was opened once may stand around another control than the one that was marked. */
function drawnAgain(page: Page, control: Locator, label: string | null): Locator {
  return label === null ? control : page.getByRole('button', { name: label, exact: true }).first()
}

/** The control itself, or the one drawn in its place. */
function hasFocus(label: string | null): boolean {
  const focused = document.activeElement
  return focused?.hasAttribute('data-examined') === true || (label !== null && focused?.ariaLabel === label)
}

async function leave(page: Page, overlay: Locator, what: string): Promise<void> {
  const hasOpenChoices = (await overlay.locator('[aria-expanded="true"]').count()) > 0
  await page.keyboard.press('Escape')
  // The first one closes the choices of a field.
  if (hasOpenChoices && (await overlay.isVisible())) await page.keyboard.press('Escape')
  await overlay.waitFor({ state: 'hidden' }).catch(() => expect.unreachable(`${what} was not closed by Escape`))
}

/** A class of the product's own names the thing; where there is none, the words on it do. */
function markNextOpener(page: Page, seen: ReadonlySet<string>): Promise<string | undefined> {
  return page.evaluate(
    known => {
      document.querySelector('[data-examined]')?.removeAttribute('data-examined')
      for (const element of document.querySelectorAll<HTMLButtonElement>(
        '[aria-haspopup]:not([aria-haspopup="listbox"])',
      )) {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue
        const ownClass = [...element.classList].find(one => !/^(mantine|m_)/.test(one))
        const opener = ownClass ?? (element.textContent.trim() || element.ariaLabel || 'an opener without a name')
        if (known.includes(opener)) continue
        element.setAttribute('data-examined', '')
        return opener
      }
      return undefined
    },
    [...seen],
  )
}

/** Colours in the middle of a transition are nobody's. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(one => one.playState !== 'running'))
}
