import type { Texts } from './merge.ts'

export const files = import.meta.glob<Texts>(
  [
    '../../**/*.nl.json',
    '!../../linkedin/set-up/*.nl.json',
    '!../../linkedin/profile-widget/*.nl.json',
    '!../../linkedin/delivery/health.nl.json',
    '!../../linkedin/in-ats-indicator/*.nl.json',
    '!../../hiring/notes/notes.nl.json',
    '!../../hiring/erasing/*.nl.json',
    '!../../linkedin/help/*.nl.json',
    '!../../linkedin/match-desk/match-desk.nl.json',
  ],
  { eager: true, import: 'default' },
)
