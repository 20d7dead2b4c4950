import type { Texts } from './merge.ts'

export const files = import.meta.glob<Texts>(
  [
    '../../**/*.en.json',
    '!../../linkedin/set-up/*.en.json',
    '!../../linkedin/profile-widget/*.en.json',
    '!../../linkedin/delivery/health.en.json',
    '!../../linkedin/in-ats-indicator/*.en.json',
    '!../../hiring/notes/notes.en.json',
    '!../../hiring/erasing/*.en.json',
    '!../../linkedin/help/*.en.json',
    '!../../linkedin/match-desk/match-desk.en.json',
  ],
  { eager: true, import: 'default' },
)
