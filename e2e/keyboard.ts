import { EventEmitter, once } from 'node:events'
import type { Page } from 'playwright-core'
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

export function focusedText(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent)
}

/** Requests to this address wait until they are let go. */
export async function hold(page: Page, address: string): Promise<() => void> {
  const signals = new EventEmitter()
  const released = once(signals, 'released')
  await page.route(address, async route => {
    await released
    await route.continue()
  })
  return () => signals.emit('released')
}
