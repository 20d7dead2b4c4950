/** @jsxImportSource hono/jsx */

const strokes = {
  flask: 'M6 2.5h4M6.75 2.5v4L3.4 12.4a1 1 0 0 0 .87 1.5h7.46a1 1 0 0 0 .87-1.5L9.25 6.5v-4M4.9 10h6.2',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M13.5 13.5l-3.2-3.2',
  left: 'M9.5 4 5.5 8l4 4',
  right: 'm6.5 4 4 4-4 4',
  down: 'm4 6.5 4 4 4-4',
  mail: 'M2 4.2c0-.6.4-1 1-1h10c.6 0 1 .4 1 1v7.6c0 .6-.4 1-1 1H3c-.6 0-1-.4-1-1zM2.3 4.5 8 8.8l5.7-4.3',
  phone:
    'M3.2 2.5h2.5l1.2 3-1.6 1.2a7.6 7.6 0 0 0 4 4l1.2-1.6 3 1.2v2.5c0 .6-.5 1-1 1A10.3 10.3 0 0 1 2.2 3.5c0-.6.4-1 1-1z',
  building:
    'M3.5 13.5v-10a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v10M2.5 13.5h11M6.5 5.5h.1M9.5 5.5h.1M6.5 8h.1M9.5 8h.1M7 13.5v-3h2v3',
  school: 'M1.8 6.2 8 3.2l6.2 3L8 9.2zM4.2 7.5v3.3c2.3 1.9 5.3 1.9 7.6 0V7.5',
  cross: 'm4 4 8 8M12 4l-8 8',
  check: 'm3.5 8.5 3 3 6-7',
  warning: 'M8 2.5 1.8 13.2h12.4zM8 6.5v3M8 11.4v.1',
  blocked: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M3.8 3.8l8.4 8.4',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 7.5v3.3M8 5.2v.1',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 4.8V8l2 1.6',
  open: 'M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v3a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h3',
} as const

export type IconName = keyof typeof strokes

/** Decorative: the words beside it say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  )
}
