import { EventEmitter, once } from 'node:events'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Presses a key again and again, waiting for the focus to move each time, until it is on this. */
export async function pressUntil(page: Page, key: string, text: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const before = await focusedText(page)
    if (before === text) return
    await page.keyboard.press(key)
    await expect.poll(() => focusedText(page)).not.toBe(before)
  }
  throw new Error(`The focus never came to ${text}.`)
}

export async function pressByKeyboard(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}

/** Fields that stand one behind the other, from this one on. */
export async function typeSignIn(page: Page, first: Locator, texts: readonly string[]): Promise<void> {
  await tabTo(page, first)
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
}

/** Until it has the focus, in whichever frame it stands. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let presses = 0; presses < 150; presses++) {
    if (await control.evaluate(element => document.hasFocus() && document.activeElement === element)) return
    const before = await focusInAllFrames(page)
    await page.keyboard.press('Tab')
    await expect.poll(() => focusInAllFrames(page)).not.toBe(before)
  }
  throw new Error('Tab never led to the control.')
}

async function focusInAllFrames(page: Page): Promise<string> {
  const focused = page.frames().map(frame => frame.evaluate(describeFocus).catch(() => 'a frame that went away'))
  return (await Promise.all(focused)).join(' ')
}

function describeFocus(): string {
  const focused = document.activeElement
  const all = [...document.querySelectorAll('*')]
  return document.hasFocus() && focused ? String(all.indexOf(focused)) : 'none'
}

export function focusedText(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent)
}

/**
 * Requests to this address wait until they are let go; from then on they pass. The route is never taken away: a request that is
 * on its way at that moment would be answered twice.
 */
export async function hold(page: Page, address: string): Promise<() => void> {
  const signals = new EventEmitter()
  const released = once(signals, 'released')
  await page.route(address, async route => {
    await released
    await route.continue()
  })
  return () => signals.emit('released')
}
