import { useEffect, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** One key (`s`, `/`, `?`, `Escape`) or two in a row (`g j`). */
  keys: string
  /** What it does, for the help. */
  label: string
  run: () => void
}

/**
 * Keys of a page while it is shown. Single keys never fire in a field, in a dialog or while the switch is off.
 * Pass a stable array (useMemo) or the keys are registered anew at every render.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    registered.add(shortcuts)
    return () => {
      registered.delete(shortcuts)
    }
  }, [shortcuts])
}

/** For the help: what is registered now, innermost page last. */
export function listShortcuts(): Shortcut[] {
  return [...registered].flat()
}

const switchKey = 'lodestone.letters'

export function useLettersSwitch(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(followSwitch, areLettersOn)
  return [on, switchLetters]
}

export function startShortcuts(): void {
  document.addEventListener('keydown', onKeyDown)
}

const registered = new Set<readonly Shortcut[]>()
const switchFollowers = new Set<() => void>()
let firstOfTwo = { key: '', at: 0 }

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (!areLettersOn() || isBusy(event.target)) return
  const pair = event.timeStamp - firstOfTwo.at < 1_200 ? `${firstOfTwo.key} ${event.key}` : ''
  // The page opened last has the last word.
  const all = listShortcuts().reverse()
  const hit = all.find(shortcut => shortcut.keys === pair) ?? all.find(shortcut => shortcut.keys === event.key)
  firstOfTwo = hit ? { key: '', at: 0 } : { key: event.key, at: event.timeStamp }
  if (!hit) return
  event.preventDefault()
  hit.run()
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]') !==
    null
  )
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
