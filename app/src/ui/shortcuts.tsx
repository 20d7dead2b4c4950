import { type RefObject, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** One key (`s`, `/`, `?`), two in a row (`g j`), or one with Ctrl or Command held (`mod+k`). */
  keys: string
  /** What it does, for the help and the palette. */
  label: string
  run: () => void
  /** Works on every page; the key of a page goes before it. */
  everywhere?: true
  /** Works while somebody types. Only for keys with Ctrl or Command. */
  inFields?: true
  /** For an action that the palette offers too: is it possible now? */
  isPossible?: () => boolean
}

/** Keys of a page while it is shown. Single keys never fire in a field, in a dialog or while the switch is off. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  // With the page itself, not after it: a key must not find the page that was there before.
  useLayoutEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    registered.add(latest)
    return () => {
      registered.delete(latest)
    }
  }, [])
}

/** What is registered now: of the page, or of every page. */
export function listShortcuts(where: 'page' | 'everywhere'): Shortcut[] {
  const all = [...registered].flatMap(({ current }) => current)
  return all.filter(shortcut => (shortcut.everywhere === true) === (where === 'everywhere'))
}

/** What stands on the keys: `mod+k` is Ctrl and K, on a Mac ⌘ and K. */
export function namesOf(keys: string): string[] {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  return keys.split(/[ +]/).map(key => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key.toLocaleUpperCase()))
}

const switchKey = 'lodestone.letters'

export function useLettersSwitch(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(followSwitch, areLettersOn)
  return [on, switchLetters]
}

export function startShortcuts(): void {
  document.addEventListener('keydown', onKeyDown)
}

const registered = new Set<RefObject<readonly Shortcut[]>>()
const switchFollowers = new Set<() => void>()
let firstOfTwo = { key: '', at: 0 }

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return
  const hit = event.ctrlKey || event.metaKey ? findHeld(event) : findPlain(event)
  if (!hit) return
  event.preventDefault()
  hit.run()
}

function findHeld({ key, shiftKey, target }: KeyboardEvent): Shortcut | undefined {
  if (shiftKey || isIn(target, surroundings)) return undefined
  const hit = find(`mod+${key.toLowerCase()}`)
  return hit && !hit.inFields && isIn(target, fields) ? undefined : hit
}

function findPlain({ key, timeStamp, target }: KeyboardEvent): Shortcut | undefined {
  if (!areLettersOn() || isIn(target, surroundings) || isIn(target, fields)) return undefined
  const pair = timeStamp - firstOfTwo.at < 1_200 ? `${firstOfTwo.key} ${key}` : ''
  const hit = find(pair) ?? find(key)
  firstOfTwo = hit ? { key: '', at: 0 } : { key, at: timeStamp }
  return hit
}

/** The page goes before what works everywhere, and of the page the part that was opened last. */
function find(keys: string): Shortcut | undefined {
  const all = [...listShortcuts('page').reverse(), ...listShortcuts('everywhere')]
  return all.find(shortcut => shortcut.keys === keys)
}

const fields = 'input, textarea, select, [contenteditable]'
const surroundings = 'dialog, [role="dialog"], [role="menu"], [role="listbox"]'

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}

function areLettersOn(): boolean {
  return localStorage.getItem(switchKey) !== 'off'
}

function switchLetters(on: boolean): void {
  localStorage.setItem(switchKey, on ? 'on' : 'off')
  for (const follower of switchFollowers) follower()
}

function followSwitch(follower: () => void): () => void {
  switchFollowers.add(follower)
  return () => switchFollowers.delete(follower)
}
